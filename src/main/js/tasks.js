// Tasks are ticked where they stand. A tick names the task by its number in the revision that this page shows, however many
// revisions there have been since.

const form = document.querySelector("form.tasks");
const status = form.querySelector(".tasks-status");
// Stays in sight: the tick may be far above.
Object.assign(status.style, { position: "sticky", bottom: 0, background: "var(--ground)" });

form.addEventListener("change", ({ target }) => {
  if (target.name === "done") tick(target);
});
// Enter in a check box would send all of the page.
form.addEventListener("submit", (event) => event.preventDefault());

async function tick(box) {
  const done = box.checked;
  box.disabled = true;
  say("", true);
  try {
    const { ok, text } = await send(box);
    if (!ok) box.checked = !done;
    say(text, ok);
  } catch {
    box.checked = !done;
    say(form.dataset.failed, false);
  }
  box.disabled = false;
  box.focus({ preventScroll: true });
}

async function send(box) {
  const fields = new URLSearchParams({ revision: form.elements.revision.value, task: box.value });
  if (box.checked) fields.set("done", box.value);
  const answer = await fetch(form.action, {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRF-Token": document.querySelector('meta[name="csrf-token"]').content },
    body: fields,
    // Whoever leaves the page has ticked it all the same.
    keepalive: true,
  });
  // An ended session answers with the login page.
  if (!(answer.headers.get("Content-Type") ?? "").startsWith("application/json")) throw new Error(`/tasks answered ${answer.status}`);
  const { text } = await answer.json();
  return { ok: answer.ok, text: text ?? form.dataset.failed };
}

function say(text, ok) {
  status.textContent = text;
  status.classList.toggle("field-error", !ok);
}

// What is typed is kept on the server a moment after typing stops, so that no crash, no absence of the
// database and no wrong click loses it. The browser only asks before leaving what could not be kept.

const form = document.querySelector("form.editor");
const status = form.querySelector(".draft-status");
const offer = document.querySelector(".draft-offer");
const PAUSE_MS = 1_200;
const LONGEST_MS = 8_000;
const RETRY_MS = 5_000;
// What a browser sends on for a page that is gone already.
const KEEPALIVE_BYTES = 60_000;

const value = (name) => form.elements[name]?.value ?? "";
const write = (part, words) => {
  const place = status.querySelector(`[data-part="${part}"]`);
  if (place.textContent !== words) place.textContent = words;
};
const typed = () =>
  JSON.stringify({
    title: value("title"),
    markdown: value("markdown"),
    comment: value("comment"),
    base: Number(value("base")) || 0,
    sheet: value("sheet"),
    over: value("over"),
  });

let kept = typed();
let timer;
let since;
let sending = false;
let failed = false;
let leaving = false;

const isKept = () => typed() === kept;
const token = () => document.querySelector('meta[name="csrf-token"]').content;

async function keep() {
  clearTimeout(timer);
  if (sending || leaving || isKept()) return;
  sending = true;
  since = undefined;
  const body = typed();
  try {
    show(await send(body), body);
  } catch {
    trouble(status.dataset.failed);
  }
  sending = false;
  if (!isKept() && !leaving) later(failed ? RETRY_MS : PAUSE_MS);
}

function send(body) {
  return fetch(status.dataset.url, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-Token": token() },
    body,
    keepalive: body.length < KEEPALIVE_BYTES,
  });
}

async function show(answer, body) {
  if (answer.redirected || answer.status === 401 || answer.status === 403) return trouble(status.dataset.signedOut);
  if (answer.status >= 500) return trouble(status.dataset.failed);
  const said = await answer.json();
  if (!answer.ok) return trouble(said.error);
  kept = body;
  failed = false;
  write("kept", said.text);
  write("problem", "");
  document.dispatchEvent(new CustomEvent("commonplace:mode", { detail: said.mode }));
}

function trouble(words) {
  failed = true;
  write("problem", words);
}

function later(ms) {
  clearTimeout(timer);
  since ??= Date.now();
  timer = setTimeout(keep, Math.max(0, Math.min(ms, since + LONGEST_MS - Date.now())));
}

form.addEventListener("input", () => later(PAUSE_MS));
form.addEventListener("submit", () => {
  leaving = true;
  clearTimeout(timer);
});
document.addEventListener("visibilitychange", () => document.hidden && keep());
window.addEventListener("pagehide", keep);
window.addEventListener("beforeunload", (event) => {
  if (leaving || isKept()) return;
  if (failed || typed().length >= KEEPALIVE_BYTES) event.preventDefault();
});
// Coming back with the browser's Back button brings the page from its cache.
window.addEventListener("pageshow", () => (leaving = false));

// Discarding the offered draft doesn't take away what is being typed meanwhile.
offer?.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const discard = event.target;
  try {
    const answer = await fetch(discard.action, {
      method: "POST",
      headers: { "X-CSRF-Token": token() },
      redirect: "manual",
    });
    if (answer.type !== "opaqueredirect") throw new Error(`Discarding answered ${answer.status}`);
    offer.remove();
    write("problem", "");
    form.elements.markdown.focus();
    keep();
  } catch {
    discard.submit();
  }
});

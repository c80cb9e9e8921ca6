// The editor: a preview while writing, Ctrl+S to save. What is typed is kept by draft.js.
// Tab is left alone, so that the keyboard gets out of the text.

const form = document.querySelector("form.editor");
const text = form.querySelector("textarea.editor-text");
const preview = document.querySelector(".preview");
const save = form.querySelector(".button-primary");
const PAUSE_MS = 400;
const TOO_MANY_REQUESTS = 429;

let timer;
let asking = new AbortController();

async function showPreview() {
  asking.abort();
  // The rich editor stands in its place, and asks for a preview when it goes.
  if (preview.closest(".is-rich")) return;
  asking = new AbortController();
  const { signal } = asking;
  preview.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(preview.dataset.url, {
      method: "POST",
      headers: {
        "Content-Type": "text/markdown;charset=UTF-8",
        "X-CSRF-Token": document.querySelector('meta[name="csrf-token"]').content,
      },
      body: text.value,
      signal,
    });
    // The server makes one preview of a person's at a time: what is shown stays until it is this one's turn.
    if (answer.status === TOO_MANY_REQUESTS) {
      previewIn(1000 * (Number(answer.headers.get("Retry-After")) || 1));
      return;
    }
    // An ended session answers with the login page: that is no preview.
    if (!answer.ok || answer.redirected) throw new Error(`Preview answered ${answer.status}`);
    preview.innerHTML = await answer.text();
    await Promise.all(additions());
    document.dispatchEvent(new Event("commonplace:preview"));
  } catch (problem) {
    if (problem.name === "AbortError") return;
    preview.replaceChildren(notice(preview.dataset.failed));
  }
  if (!signal.aborted) preview.removeAttribute("aria-busy");
}

// Loaded when the text first has what they show.
function additions() {
  const { search } = new URL(import.meta.url);
  const needed = { ".math": "formulas", ".diagram": "diagrams" };
  return Object.keys(needed)
    .filter((sign) => preview.querySelector(sign))
    .map((sign) => import(`./${needed[sign]}.js${search}`));
}

function previewIn(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(showPreview, milliseconds);
}

function notice(words) {
  const p = document.createElement("p");
  p.className = "notice notice-warning";
  p.textContent = words;
  return p;
}

// A conflict shows the other text in the preview's place.
if (preview) {
  text.addEventListener("input", () => previewIn(PAUSE_MS));
  preview.addEventListener("commonplace:show", showPreview);
  showPreview();
}

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
  event.preventDefault();
  form.requestSubmit(save);
});

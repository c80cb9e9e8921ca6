// Whether anything can be saved: asked often while it can't, so that the notice goes away by itself,
// and now and then by a page on which somebody writes.

const strip = document.querySelector("[data-mode]");
const box = strip?.firstElementChild;
const OFTEN_MS = 4_000;
const NOW_AND_THEN_MS = 15_000;
const FAREWELL_MS = 10_000;

const writes = Boolean(document.querySelector("form.editor"));
let readOnly = Boolean(box && !box.hidden);
let timer;
let farewell;

function show(mode) {
  if (mode.readOnly || readOnly) say(mode);
  readOnly = mode.readOnly;
  next();
}

function say(mode) {
  const words = box.querySelector("p");
  clearTimeout(farewell);
  if (words.textContent !== mode.text) words.textContent = mode.text;
  strip.classList.toggle("is-over", !mode.readOnly);
  box.hidden = false;
  if (!mode.readOnly) farewell = setTimeout(() => (box.hidden = true), FAREWELL_MS);
}

function next() {
  clearTimeout(timer);
  if (readOnly || writes) timer = setTimeout(ask, readOnly ? OFTEN_MS : NOW_AND_THEN_MS);
}

async function ask() {
  try {
    if (!document.hidden) {
      const answer = await fetch(strip.dataset.mode, { headers: { Accept: "application/json" }, cache: "no-store" });
      if (answer.ok && !answer.redirected) return show(await answer.json());
    }
  } catch {
    // The site itself is out of reach: what is known of it stays.
  }
  next();
}

if (strip) {
  document.addEventListener("commonplace:mode", (event) => show(event.detail));
  document.addEventListener("visibilitychange", () => document.hidden || (timer && ask()));
  next();
}

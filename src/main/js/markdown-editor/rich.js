// The rich editor in the Markdown editor's place. It is loaded when somebody asks for it, and opened again at the next page.

import { insertable } from "./insertable.js";
import { find } from "./suggestions.js";

const CHOICE = "commonplace-rich-text";
const TOO_MANY_REQUESTS = 429;
const TRIES = 5;
const { search } = new URL(import.meta.url);
const field = document.querySelector("form.editor textarea.editor-text");
const preview = document.querySelector(".preview");
const button = document.querySelector(".toolbar [data-command=rich]");
const notice = document.querySelector(".paste-notice");
const panes = document.querySelector(".panes");

const label = document.getElementById("markdown-label");
const { textContent: words } = label;

let editor;

/** The rich editor; nothing while people write Markdown. */
export const richEditor = () => editor;

/** view: the Markdown editor. */
export async function toggleRichText(view) {
  notice.textContent = "";
  if (editor) leave(view);
  else if (!(await enter(view))) return;
  localStorage.setItem(CHOICE, editor ? "on" : "off");
}

/** While a conflict is solved, the text is hidden and has no preview. */
export const wantsRichText = () => !!preview && localStorage.getItem(CHOICE) === "on";

/** False if it can't be loaded. */
async function enter(view) {
  const loaded = await import(new URL(`rich-editor.js${search}`, import.meta.url)).catch(() => undefined);
  if (!loaded) {
    notice.textContent = button.dataset.failed;
    return false;
  }
  // The button was pressed twice.
  if (editor) return true;
  const shown = { markdown: field.value, label: label.id, notice, texts: button.dataset, menu: insertable() };
  editor = loaded.open({ ...shown, changed: write, preview: show, suggest });
  view.dom.hidden = true;
  view.dom.before(editor.dom);
  editor.dom.addEventListener("drop", (event) => event.dataTransfer.files.length && editor.putCursor(event), { capture: true });
  mark(true);
  editor.focus();
  return true;
}

function leave(view) {
  editor.close();
  editor = undefined;
  view.dom.hidden = false;
  view.dispatch({ changes: difference(view.state.doc.toString(), field.value), userEvent: "input" });
  mark(false);
  preview.dispatchEvent(new Event("commonplace:show"));
  view.focus();
}

function mark(isRich) {
  button.ariaPressed = String(isRich);
  label.textContent = isRich ? button.dataset.label : words;
  panes.classList.toggle("is-rich", isRich);
}

function write(markdown) {
  field.value = markdown;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** One change, so that the cursor and the undo of Markdown mean something. */
function difference(before, after) {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

/** The HTML of Markdown, as the page will have it; empty if there is none. The server makes one preview of a person's at a time. */
async function show(markdown, tries = TRIES) {
  const answer = await ask(markdown).catch(() => undefined);
  if (answer?.status === TOO_MANY_REQUESTS && tries > 1) {
    await new Promise((done) => setTimeout(done, 1000 * (Number(answer.headers.get("Retry-After")) || 1)));
    return show(markdown, tries - 1);
  }
  return answer?.ok && !answer.redirected ? answer.text() : "";
}

const ask = (markdown) =>
  fetch(preview.dataset.url, {
    method: "POST",
    headers: {
      "Content-Type": "text/markdown;charset=UTF-8",
      "X-CSRF-Token": document.querySelector('meta[name="csrf-token"]').content,
    },
    body: markdown,
  });

/** Pages, and people after @. */
async function suggest(typed, signal) {
  const { url } = field.dataset;
  if (!typed || /^(https?:|mailto:|\/)/.test(typed)) return [];
  if (!typed.startsWith("@")) {
    const pages = await find(url, typed, signal);
    return pages.map(({ title, path, href }) => ({ words: title, place: path || href, href }));
  }
  const people = await find(url.replace("?", "/people?"), typed.slice(1), signal);
  return people.map(({ name, displayName, href }) => ({ words: displayName, place: name, href }));
}

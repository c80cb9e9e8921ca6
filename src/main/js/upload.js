// Files that are pasted or dropped into the text, or chosen, are uploaded at once, one after the other.
// The text gets the Markdown that shows them.

const box = document.querySelector(".add-files");
const text = document.querySelector("textarea.editor-text");
const pane = text.parentElement;
const status = box.querySelector("[role=status]");
const percent = new Intl.NumberFormat(document.documentElement.lang || "en", { style: "percent" });
let last = Promise.resolve();
let visited = document.activeElement === text;
const visit = ({ target }) => (visited ||= target === text || target.isContentEditable);
pane.addEventListener("focusin", visit);

function upload(file, pasted, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${box.dataset.url}&name=${encodeURIComponent(file.name)}&pasted=${pasted}`);
    request.responseType = "json";
    request.setRequestHeader("X-CSRF-Token", document.querySelector('meta[name="csrf-token"]').content);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total ? loaded / total : 0));
    request.addEventListener("load", () => {
      if (request.response?.markdown) resolve(request.response);
      else reject(new Error(request.response?.error ?? box.dataset.failed));
    });
    request.addEventListener("error", () => reject(new Error(box.dataset.failed)));
    request.send(file);
  });
}

async function add(file, pasted) {
  try {
    if (file.size > Number(box.dataset.max)) throw new Error(box.dataset.large.replace("{0}", () => file.name));
    const show = (part) => (status.textContent = `${file.name} ${percent.format(part)}`);
    show(0);
    const { markdown, outcome } = await upload(file, pasted, show);
    insert(markdown);
    const done = outcome === "UPDATED" ? box.dataset.replaced : box.dataset.added;
    status.textContent = done.replace("{0}", () => file.name);
  } catch (problem) {
    status.textContent = problem.message;
  }
}

// As if it were typed, so that undo takes it back. At the end, if nobody has been in the text yet.
function insert(markdown) {
  const detail = { markdown, atEnd: !visited };
  // The Markdown editor, where it is in the text area's place.
  if (!text.dispatchEvent(new CustomEvent("commonplace:insert", { detail, cancelable: true }))) return;
  if (!visited) text.setSelectionRange(text.value.length, text.value.length);
  text.focus();
  if (!document.execCommand("insertText", false, markdown)) {
    text.setRangeText(markdown, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

// Each picture in the clipboard has the same name, so that what is pasted is always a new file.
const addAll = (files, pasted = false) => [...files].forEach((file) => (last = last.then(() => add(file, pasted))));

// Before the Markdown editor, which would insert what is in a file. A copied part of a document brings its text and a picture
// of it: the text is meant.
const first = { capture: true };
pane.addEventListener("paste", takePasted, first);
pane.addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault());
pane.addEventListener("drop", takeDropped, first);

function takePasted(event) {
  const { files, types } = event.clipboardData;
  if (!files.length || types.includes("text/plain")) return;
  event.preventDefault();
  addAll(files, true);
}

function takeDropped(event) {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  addAll(event.dataTransfer.files);
}

const choose = box.querySelector("input[type=file]");
choose.addEventListener("change", () => {
  addAll(choose.files);
  choose.value = "";
});
box.hidden = false;

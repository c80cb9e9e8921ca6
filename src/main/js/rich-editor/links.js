// Asks where a link leads: an address, or a page or a person that is suggested while one types.

import { TextSelection } from "prosemirror-state";
import { schema } from "../rich-text/schema.js";

const { link } = schema.marks;
const box = document.querySelector(".link-box");
const field = box.querySelector("input");
const { search } = new URL(import.meta.url);
let chosen;

/** suggest(typed, signal): gives pages or people. Opens below what is linked. */
export async function askForLink(view, suggest) {
  const { from, to } = reach(view.state);
  const { left, bottom } = view.coordsAtPos(from);
  Object.assign(box.style, { left: `max(0px, min(${left}px, 100vw - 22rem))`, top: `min(${bottom}px, 100vh - 18rem)` });
  const now = hrefAt(view.state, from, to) ?? "";
  field.value = now;
  box.querySelector("[data-remove]").hidden = !now;
  chosen = (href, words) => {
    box.hidePopover();
    put(view, from, to, href, words);
    view.focus();
  };
  box.showPopover();
  field.select();
  const ask = await prepare(suggest);
  // Somebody types already.
  if (field.value !== now) ask();
}

/** The selection, or the whole link or word at the cursor. */
function reach({ selection, doc }) {
  const { $from, from, to, empty } = selection;
  if (!empty) return { from, to };
  const start = $from.start();
  const words = $from.parent.textBetween(0, $from.parent.content.size, "\n", "\n");
  const linked = [];
  $from.parent.forEach((node, offset) => {
    const end = start + offset + node.nodeSize;
    if (link.isInSet(node.marks) && from >= start + offset && from <= end) linked.push({ from: start + offset, to: end });
  });
  if (linked.length) return linked[0];
  const before = /[\p{L}\p{N}_-]*$/u.exec(words.slice(0, from - start))[0].length;
  const after = /^[\p{L}\p{N}_-]*/u.exec(words.slice(from - start))[0].length;
  return { from: from - before, to: Math.min(from + after, doc.content.size) };
}

/** Inserts words that lead somewhere. */
export const linked = (words, href) => (view) =>
  view.dispatch(view.state.tr.replaceSelectionWith(schema.text(words, [link.create({ href })]), false).removeStoredMark(link));

function hrefAt({ doc }, from, to) {
  let href;
  doc.nodesBetween(from, to, ({ marks }) => (href ??= link.isInSet(marks)?.attrs.href));
  return href;
}

function put(view, from, to, href, words) {
  const change = view.state.tr;
  if (href && from === to) change.insertText(words ?? href, from);
  const end = change.mapping.map(to, 1);
  change.removeMark(from, end, link);
  if (href) change.addMark(from, end, link.create({ href }));
  view.dispatch(change.setSelection(TextSelection.create(change.doc, end)).removeStoredMark(link).scrollIntoView());
}

let prepared;
const prepare = (suggest) => (prepared ??= connect(suggest));

async function connect(suggest) {
  const { combobox, option } = await import(new URL(`combobox.js${search}`, import.meta.url));
  const give = async (typed, signal) => {
    const found = await suggest(typed, signal);
    return [found.map((each) => row(option, each)), found.length];
  };
  return combobox(field, field.dataset, give, () => box.hidePopover());
}

// Enter would save the page. A suggestion that is chosen comes first.
box.addEventListener("keydown", (event) => {
  if (event.target !== field || event.key !== "Enter" || event.defaultPrevented || event.isComposing) return;
  event.preventDefault();
  chosen(field.value.trim());
});
box.querySelector("[data-apply]").addEventListener("click", () => chosen(field.value.trim()));
box.querySelector("[data-remove]").addEventListener("click", () => chosen(""));

function row(option, { words, place, href }) {
  const choice = Object.assign(option("button", words, place), { type: "button" });
  choice.addEventListener("click", () => chosen(href, words));
  return choice;
}

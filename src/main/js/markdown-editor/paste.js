// Rich text is pasted as Markdown. Where there is only text, the browser's own way stays: after Ctrl+Shift+V, for what is copied
// here, and in code.

import { isolateHistory } from "@codemirror/commands";
import { syntaxTree } from "@codemirror/language";
import { EditorView } from "@codemirror/view";

const { search } = new URL(import.meta.url);
const notice = document.querySelector(".paste-notice");
// In characters: more than all of a page's text, with all that Word adds to it.
const MOST = 2 << 20;
const CODE = /Code/;

// Where text belongs that is still being read, whatever is typed meanwhile.
const waiting = new Set();
const followed = EditorView.updateListener.of(({ docChanged, changes }) => {
  if (!docChanged) return;
  for (const place of waiting) {
    place.from = changes.mapPos(place.from, -1);
    place.to = changes.mapPos(place.to, -1);
  }
});

export const richText = [EditorView.domEventHandlers({ paste }), followed];

function paste({ clipboardData }, view) {
  const html = clipboardData.getData("text/html");
  notice.textContent = html.length > MOST ? notice.dataset.large : "";
  if (!html || html.length > MOST || isInCode(view.state)) return false;
  convert(view, html, clipboardData.getData("text/plain"));
  return true;
}

function isInCode(state) {
  const here = syntaxTree(state).resolveInner(state.selection.main.from, -1);
  // Behind the mark that ends it, one isn't in it any more.
  if (here.name === "CodeMark") return false;
  for (let node = here; node; node = node.parent) if (CODE.test(node.name)) return true;
  return false;
}

async function convert(view, html, text) {
  const { from, to } = view.state.selection.main;
  const place = { from, to };
  waiting.add(place);
  const pasted = await markdownOf(html);
  waiting.delete(place);
  insert(view, place, pasted ? parted(view.state, place, pasted) : text);
  if (pasted?.lacksPictures) notice.textContent = notice.dataset.pictures;
}

/** Nothing if plain text is as good, or the HTML can't be understood. */
async function markdownOf(html) {
  try {
    const { toMarkdown } = await import(new URL(`rich-text.js${search}`, import.meta.url));
    return toMarkdown(html);
  } catch (problem) {
    console.warn(problem);
    return undefined;
  }
}

/** An empty line parts blocks from the text around. */
function parted(state, { from, to }, { markdown, beginsWithBlock, endsWithBlock }) {
  const before = beginsWithBlock ? missing(state.sliceDoc(0, from), /\n*$/) : "";
  const after = endsWithBlock ? missing(state.sliceDoc(to), /^\n*/) : "";
  return before + markdown + after;
}

function missing(text, lineEnds) {
  const [ends] = lineEnds.exec(text);
  return ends === text ? "" : "\n".repeat(Math.max(0, 2 - ends.length));
}

// One undo takes it back, and nothing else.
function insert(view, { from, to }, text) {
  const { main } = view.state.selection;
  const pasted = view.state.toText(text);
  const isHere = main.from === from && main.to === to;
  view.dispatch({
    changes: { from, to, insert: pasted },
    selection: isHere ? { anchor: from + pasted.length } : undefined,
    annotations: isolateHistory.of("full"),
    scrollIntoView: true,
    userEvent: "input.paste",
  });
}

// After / at the beginning of a line, suggests what can begin there.

import { ifNotIn } from "@codemirror/autocomplete";
import { insertable } from "./insertable.js";

const BEGUN = /^\s*\/\p{L}*$/u;
const ELSEWHERE = ["CodeBlock", "FencedCode", "InlineCode", "HTMLBlock"];

const option = ({ label, button, block }) => ({
  label,
  apply(view, completion, from, to) {
    view.dispatch({ changes: { from: from - 1, to }, userEvent: "input.complete" });
    if (button) button.click();
    else insert(view, ...block);
  },
});

function insert(view, before, after) {
  const { head } = view.state.selection.main;
  const selection = { anchor: head + before.length };
  view.dispatch({ changes: { from: head, insert: before + after }, selection, scrollIntoView: true, userEvent: "input" });
}

export const menu = ifNotIn(ELSEWHERE, (context) => {
  const begun = context.matchBefore(BEGUN);
  if (!begun) return null;
  return { from: begun.from + begun.text.indexOf("/") + 1, options: insertable().map(option), validFor: /^\p{L}*$/u };
});

// CodeMirror's own words, of its search panel and for screen readers, as the page has them in its language.

import { EditorState } from "@codemirror/state";

// What CodeMirror calls each of them.
const NAMES = {
  find: "Find",
  replacement: "Replace",
  next: "next",
  previous: "previous",
  all: "all",
  case: "match case",
  expression: "regexp",
  words: "by word",
  replace: "replace",
  "replace-all": "replace all",
  close: "close",
  current: "current match",
  "on-line": "on line",
  replaced: "replaced match on line $",
  "replaced-all": "replaced $ matches",
  "go-to-line": "Go to line",
  go: "go",
  suggestions: "Completions",
};

const words = [...document.querySelectorAll(".editor-phrases [data-phrase]")];

export const phrases = EditorState.phrases.of(Object.fromEntries(words.map((word) => [NAMES[word.dataset.phrase], word.textContent])));

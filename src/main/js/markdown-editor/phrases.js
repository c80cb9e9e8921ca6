// CodeMirror's own words, of its search panel and for screen readers, as the page has them in its language.

import { EditorState } from "@codemirror/state";

const words = [...document.querySelectorAll(".editor-phrases [data-phrase]")];

export const phrases = EditorState.phrases.of(Object.fromEntries(words.map((word) => [word.dataset.phrase, word.textContent])));

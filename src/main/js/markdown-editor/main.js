// Replaces the text area of the form by an editor that knows Markdown. The text area stays in the form and always has the
// text: what is saved, kept as a draft and previewed comes from there. Without this script people write in the text area itself.

import { history, historyKeymap, defaultKeymap } from "@codemirror/commands";
import { autocompletion, closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { bracketMatching } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { drawSelection, dropCursor, EditorView, keymap } from "@codemirror/view";
import { language } from "./language.js";
import { pages } from "./links.js";
import { people } from "./mentions.js";
import { menu } from "./menu.js";
import { richText } from "./paste.js";
import { phrases } from "./phrases.js";
import { follow } from "./preview.js";
import { richEditor, toggleRichText, wantsRichText } from "./rich.js";
import { theme } from "./theme.js";
import { show, shortcuts } from "./toolbar.js";

const field = document.querySelector("form.editor textarea.editor-text");
const label = field.labels[0];

const toField = EditorView.updateListener.of(({ docChanged, state }) => {
  if (!docChanged) return;
  field.value = state.doc.toString();
  field.dispatchEvent(new Event("input", { bubbles: true }));
});

// Tab has no meaning here, so that the keyboard gets out of the text.
const view = new EditorView({
  doc: field.value,
  extensions: [
    EditorView.lineWrapping,
    EditorState.tabSize.of(4),
    EditorState.allowMultipleSelections.of(true),
    EditorView.contentAttributes.of({ "aria-labelledby": label.id, tabindex: "0", spellcheck: "true", autocapitalize: "sentences" }),
    history(),
    drawSelection(),
    dropCursor(),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    search(),
    language,
    phrases,
    theme,
    autocompletion({ override: [pages(field.dataset), people(field.dataset), menu], icons: false, aboveCursor: false }),
    richText,
    keymap.of([...shortcuts, ...closeBracketsKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
    toField,
  ],
});

function insert({ markdown, atEnd }) {
  if (richEditor()) {
    richEditor().insert(markdown, atEnd);
    richEditor().focus();
    return;
  }
  const range = atEnd ? { from: view.state.doc.length } : view.state.selection.main;
  const changes = { from: range.from, to: range.to, insert: markdown };
  view.dispatch({ changes, selection: { anchor: range.from + markdown.length }, scrollIntoView: true, userEvent: "input" });
  view.focus();
}

/** A file that is dropped goes where it is dropped. */
function putCursor({ clientX, clientY, dataTransfer }) {
  if (dataTransfer.files.length) view.dispatch({ selection: { anchor: view.posAtCoords({ x: clientX, y: clientY }, false) } });
}

function replaceField() {
  const focused = document.activeElement === field;
  field.hidden = true;
  field.before(view.dom);
  // Whoever gives the field the focus means the editor.
  label.removeAttribute("for");
  const focus = () => (richEditor() ?? view).focus();
  label.addEventListener("click", focus);
  field.focus = focus;
  field.addEventListener("commonplace:insert", (event) => {
    event.preventDefault();
    insert(event.detail);
  });
  view.contentDOM.addEventListener("drop", putCursor, { capture: true });
  if (!focused) return;
  // Whoever types already goes on where they were.
  view.dispatch({ selection: { anchor: field.selectionStart } });
  view.focus();
}

replaceField();
show(view);
follow(view);
if (wantsRichText()) toggleRichText(view);

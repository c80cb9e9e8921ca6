// The rich editor: text as it will look, for people who don't know Markdown. It takes Markdown and gives Markdown.

import { baseKeymap } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { EditorState, TextSelection } from "prosemirror-state";
import { isInTable, tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { markdownOf, read } from "./blocks.js";
import { commands, keys, table, tableActions } from "./commands.js";
import { askForLink } from "./links.js";
import { ofMarkdown, pasted, pastedText } from "./paste.js";
import { pictures } from "./pictures.js";
import { typedMarkdown } from "./rules.js";
import { suggestions } from "./suggestions.js";
import { nodeViews } from "./views.js";

/**
 * markdown: the text. label: the id of what names the editor. notice: gets what people must know about what they paste.
 * texts: markdown, done and suggestions, which people read. menu: what can begin in an empty line: a label, and a button or the
 * Markdown of a block. changed: gets the Markdown after each change. preview: gives the HTML of Markdown.
 * suggest: gives pages and people for a link.
 */
export function open({ markdown, label, notice, texts, menu, changed, preview, suggest }) {
  const { doc, origins } = read(markdown);
  const link = (view) => askForLink(view, suggest);
  const view = new EditorView(null, {
    state: EditorState.create({
      doc,
      plugins: [
        suggestions({ label: texts.suggestions, menu, suggest }),
        typedMarkdown,
        keymap({ ...keys, "Mod-z": undo, "Mod-y": redo, "Mod-Shift-z": redo, "Mod-k": (state, dispatch, view) => !!link(view) }),
        keymap(baseKeymap),
        history(),
        tableEditing(),
      ],
    }),
    attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": label, spellcheck: "true", class: "prose" },
    nodeViews: nodeViews({ texts, addressOf: pictures(preview) }),
    handlePaste: pasted(notice),
    clipboardTextParser: pastedText,
    clipboardTextSerializer: ({ content }) => markdownOf(content, new Map()).trimEnd(),
    dispatchTransaction(change) {
      view.updateState(view.state.apply(change));
      if (change.docChanged) changed(markdownOf(view.state.doc, origins));
    },
  });
  const run = (command) => command(view.state, view.dispatch, view);
  return {
    dom: view.dom,
    focus: () => view.focus(),
    close: () => view.destroy(),
    link: () => link(view),
    can: (name) => name in commands,
    run: (name) => run(commands[name]),
    table: (heads, rows) => run(table(heads, rows)),
    isInTable: () => isInTable(view.state),
    changeTable: (action) => run(tableActions[action]),
    insert: (text, atEnd) => view.dispatch(inserted(view.state, text, atEnd)),
    putCursor({ clientX, clientY }) {
      const found = view.posAtCoords({ left: clientX, top: clientY });
      if (found) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(found.pos))));
    },
  };
}

function inserted(state, markdown, atEnd) {
  const change = state.tr;
  if (atEnd) change.setSelection(TextSelection.atEnd(state.doc));
  return change.replaceSelection(ofMarkdown(markdown)).scrollIntoView();
}

// What is pasted: rich text as the Markdown editor reads it, and plain text as Markdown.

import { Slice } from "prosemirror-model";
import { readable } from "../rich-text/main.js";
import { read } from "./blocks.js";

/** HTML that was copied in a rich editor. */
const OWN = "data-pm-slice";

/** notice: gets the words that say what is missing. */
export const pasted = (notice) => (view, { clipboardData }) => {
  const html = clipboardData.getData("text/html");
  notice.textContent = "";
  if (!html || html.includes(OWN) || view.state.selection.$from.parent.type.spec.code) return false;
  const found = readable(html);
  if (!found) return false;
  view.dispatch(view.state.tr.replaceSelection(Slice.maxOpen(found.text.content)).scrollIntoView().setMeta("paste", true));
  if (found.lacksPictures) notice.textContent = notice.dataset.pictures;
  return true;
};

/** Blocks that are shown as Markdown stay blocks of their own. */
export const ofMarkdown = (markdown) => Slice.maxOpen(read(markdown).doc.content, false);

/** literally: after Ctrl+Shift+V, and in code. Then the editor's own way is right. */
export const pastedText = (text, $context, literally) => (literally ? null : ofMarkdown(text));

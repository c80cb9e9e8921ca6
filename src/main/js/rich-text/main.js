// What Word, Google Docs, spreadsheets and web pages put into the clipboard, as Markdown. The editor loads it at the first such
// paste. ProseMirror reads the HTML into a document of what Markdown can say, and writes that document.

import { isCode, isDeep, isPlain } from "./kinds.js";
import { parse } from "./html.js";
import { write } from "./markdown.js";
import { read } from "./schema.js";
import { tidy } from "./tidy.js";
import { restoreLists } from "./word.js";

const PICTURES_LEFT_OUT = "img[src]:not([src^=http], [role=checkbox] *)";

/**
 * The document that HTML makes, and whether pictures are missing from it. Nothing if the plain text is as good.
 */
export function readable(html) {
  const page = parse(html);
  if (isCode(page.body) || isDeep(page.body)) return undefined;
  restoreLists(page);
  tidy(page);
  const text = read(page.body);
  return isPlain(text) ? undefined : { text, lacksPictures: page.querySelector(PICTURES_LEFT_OUT) !== null };
}

/**
 * The Markdown of HTML; whether blocks are at its ends, which an empty line must part from the text around; and whether pictures
 * are missing. Nothing if the plain text is as good.
 */
export function toMarkdown(html) {
  const pasted = readable(html);
  const blocks = pasted?.text.children.map((block) => ({ block, markdown: write(block) })).filter(({ markdown }) => markdown);
  if (!blocks?.length) return undefined;
  return {
    markdown: blocks.map(({ markdown }) => markdown).join("\n\n"),
    beginsWithBlock: isBlock(blocks[0]),
    endsWithBlock: isBlock(blocks.at(-1)),
    lacksPictures: pasted.lacksPictures,
  };
}

const isBlock = ({ block }) => block.type.name !== "paragraph";

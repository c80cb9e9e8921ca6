// What is better pasted as plain text, whatever else the clipboard has.

const MONOSPACED = /mono|courier|consolas|menlo/i;
const SILENT = ["meta", "template", "br"];
// Half of what a page may have, and far more than people write.
const DEEP = ":is(li, blockquote, table) ".repeat(50).trim();
const PLAIN = ["paragraph", "text", "hard_break"];

/** Whether it is nothing but code, as code editors copy it. Its plain text is the code. */
export function isCode(body) {
  const elements = [...body.children].filter(({ localName }) => !SILENT.includes(localName));
  const besides = [...body.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim());
  return !besides && elements.length > 0 && elements.every((each) => each.localName === "pre" || isMonospaced(each));
}

const isMonospaced = ({ style }) => style.whiteSpace.startsWith("pre") && MONOSPACED.test(style.fontFamily);

/** Whether a document has nothing but paragraphs of plain words. */
export function isPlain(text) {
  let plain = true;
  text.descendants(({ type, marks }) => {
    plain &&= PLAIN.includes(type.name) && !marks.length;
    return plain;
  });
  return plain;
}

/** Whether a page with it might be refused. */
export const isDeep = (body) => body.querySelector(DEEP) !== null;

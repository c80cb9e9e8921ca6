// Markdown as Commonplace renders it, for markdown-it: what CommonMark and GitHub's tables don't have stays as it is written.

import MarkdownIt from "markdown-it";

// [[A page]], ![[picture.png]], [^footnote], [!NOTE] and formulas between dollar signs.
const AS_WRITTEN = /!?\[\[[^\[\]\n]+\]\]|\[\^[^\[\]\s]+\]|\[![A-Za-z]+\]|(\$\$?)(?=\S)[^$\n]*[^$\s]\1(?!\d)/y;
const TICK = /^\[([ xX])\] +(?=\S)/;

/** Reads Markdown into tokens, and writes tokens as HTML, by which two texts can be compared. */
export const dialect = new MarkdownIt("default", { html: true, linkify: false });

// An address stays as it is written, wherever it leads: the server decides what becomes a link.
dialect.normalizeLink = (address) => address;
dialect.normalizeLinkText = (address) => address;
dialect.validateLink = () => true;

dialect.inline.ruler.before("link", "as_written", (state, silent) => {
  AS_WRITTEN.lastIndex = state.pos;
  const [found] = AS_WRITTEN.exec(state.src) ?? [];
  if (!found || state.pos + found.length > state.posMax) return false;
  if (!silent) state.push("as_written", "", 0).content = found;
  state.pos += found.length;
  return true;
});
dialect.renderer.rules.as_written = (tokens, index) => dialect.utils.escapeHtml(tokens[index].content);

dialect.core.ruler.push("ticks", ({ tokens }) => tokens.forEach(readTick));
dialect.core.ruler.push("cells", (state) => (state.tokens = state.tokens.flatMap(withParagraph)));

/** An item of a list that begins with [ ] or [x]. */
function readTick(item, index, tokens) {
  const words = tokens[index + 2];
  if (item.type !== "list_item_open" || words?.type !== "inline" || tokens[index + 1].type !== "paragraph_open") return;
  const [first] = words.children;
  const [written, tick] = (first?.type === "text" && TICK.exec(first.content)) || [];
  if (!written) return;
  first.content = first.content.slice(written.length);
  item.attrSet("ticked", String(tick !== " "));
}

/** In the rich editor a cell has paragraphs. */
function withParagraph(token) {
  const paragraph = (end, nesting) => Object.assign(new token.constructor(`paragraph_${end}`, "p", nesting), { hidden: true });
  if (/^t[dh]_open$/.test(token.type)) return [token, paragraph("open", 1)];
  if (/^t[dh]_close$/.test(token.type)) return [paragraph("close", -1), token];
  return [token];
}

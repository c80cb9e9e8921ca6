// Writes the blocks of the document in our dialect: ProseMirror's CommonMark, with tables, ticks and what else GitHub has.

import { defaultMarkdownSerializer as commonMark, MarkdownSerializer } from "prosemirror-markdown";

// What would be HTML, an entity or a formula here. A single dollar sign is money.
const OTHERS = /<(?=[a-z/!?])|&(?=#?\w+;)|\$(?=\S(?:[^$]*[^\s$])?\$)/gi;

const around = (open, close = open) => ({ open, close, mixable: true, expelEnclosingWhitespace: true });

const IN_PAIRS = /^[^()]*(\([^()]*\)[^()]*)*$/;

function endOfLink(state, mark, parent, index) {
  const end = commonMark.marks.link.close(state, mark, parent, index);
  return end.startsWith("]") ? `]${inParentheses(mark.attrs.href, mark.attrs.title)}` : end;
}

/** Spaces need angle brackets around an address, and parentheses that don't come in pairs a backslash. */
function inParentheses(address, title) {
  const inOneLine = address.replace(/[\r\n]/g, "");
  const needsBrackets = /^<|\s/.test(inOneLine);
  const escaped = IN_PAIRS.test(inOneLine) ? inOneLine : inOneLine.replace(/[()]/g, "\\$&");
  const written = needsBrackets ? `<${inOneLine.replace(/[<>]/g, "\\$&")}>` : escaped;
  return `(${written}${title ? ` "${title.replaceAll('"', '\\"')}"` : ""})`;
}

const marks = {
  ...commonMark.marks,
  link: { ...commonMark.marks.link, close: endOfLink, expelEnclosingWhitespace: true },
  strike: around("~~"),
  subscript: around("<sub>", "</sub>"),
  superscript: around("<sup>", "</sup>"),
};

const nodes = {
  ...commonMark.nodes,
  paragraph: (state, node) => commonMark.nodes.paragraph(state, withoutIndent(node)),
  bullet_list: (state, node) => state.renderList(node, "  ", () => `${node.attrs.bullet} `),
  ordered_list(state, node) {
    const { start, delimiter } = node.attrs;
    const indent = `${start + node.childCount - 1}. `.length;
    state.renderList(node, " ".repeat(indent), (index) => `${start + index}${delimiter} `);
  },
  list_item(state, node) {
    if (node.attrs.ticked !== null) state.write(node.attrs.ticked ? "[x] " : "[ ] ");
    state.renderContent(node);
  },
  image: (state, { attrs }) => state.write(`![${state.esc(attrs.alt ?? "")}]${inParentheses(attrs.src, attrs.title)}`),
  hard_break: (state, node, parent, index) => index && commonMark.nodes.hard_break(state, node, parent, index),
  soft_break: (state) => state.write("\n"),
  markdown_inline: (state, { attrs }) => state.write(attrs.markdown),
  markdown_block(state, node) {
    state.text(node.textContent, false);
    state.closeBlock(node);
  },
  text(state, node, parent, index) {
    if (index && parent.child(index - 1).type.name.endsWith("_break")) state.atBlockStart = true;
    commonMark.nodes.text(state, node);
  },
  table(state, node) {
    const rows = node.children.map((row, index) => row.children.map((cell) => contentOf(cell, index)));
    const width = Math.max(...rows.map((row) => row.length));
    const columns = Array.from({ length: width }, (_, column) => RULES[node.firstChild.maybeChild(column)?.attrs.align] ?? "---");
    const lines = [rows[0], columns, ...rows.slice(1)].map((row) => line(row, width));
    state.write(lines.join(`\n${state.delim}`));
    state.closeBlock(node);
  },
};

/** Four spaces would make it code. */
function withoutIndent(node) {
  const { firstChild } = node;
  if (!firstChild?.isText || !/^\s/.test(firstChild.text)) return node;
  const rest = firstChild.text.trimStart();
  const first = rest ? [firstChild.withText(rest)] : [];
  return withoutIndent(node.type.create(node.attrs, [...first, ...node.children.slice(1)]));
}

// Below a table's head, what says how its columns are aligned.
const RULES = { left: ":---", center: ":---:", right: "---:" };

// A cell is one line: its paragraphs become lines of HTML.
const inCells = {
  ...nodes,
  heading: nodes.paragraph,
  code_block: (state, node) => state.text(node.textContent),
};

const line = (row, width) => `| ${Array.from({ length: width }, (_, column) => row[column] ?? "").join(" | ")} |`;

function contentOf(cell, row) {
  // The first row is a heading, and bold by itself.
  const written = row ? cells.serialize(cell) : head.serialize(cell);
  return written.trim().replace(/\\?\n\s*/g, "<br>").replaceAll("|", "\\|");
}

const options = { escapeExtraCharacters: OTHERS };
const page = new MarkdownSerializer(nodes, marks, options);
const cells = new MarkdownSerializer(inCells, marks, options);
const head = new MarkdownSerializer(inCells, { ...marks, strong: { open: "", close: "" } }, options);

/** The items of a list one by one: before each line, the serializer looks at all that it has written. */
export const write = (block) =>
  partsOf(block)
    .map(writePart)
    .join(block.attrs.tight === false ? "\n\n" : "\n");

const writePart = (part) => page.serialize(part.type.schema.node("doc", null, part)).trim();

function partsOf(block) {
  const { start } = block.attrs;
  if (!block.type.name.endsWith("_list")) return [block];
  const attrs = (index) => (start === undefined ? block.attrs : { ...block.attrs, start: start + index });
  return block.children.map((item, index) => block.type.create(attrs(index), item));
}

// Writes the blocks of the document in our dialect: ProseMirror's CommonMark, with tables, ticks and what else GitHub has.

import { defaultMarkdownSerializer as commonMark, MarkdownSerializer } from "prosemirror-markdown";

// What would be HTML, an entity or a formula here. A single dollar sign is money.
const OTHERS = /<(?=[a-z/!?])|&(?=#?\w+;)|\$(?=\S(?:[^$]*[^\s$])?\$)/gi;

const around = (open, close = open) => ({ open, close, mixable: true, expelEnclosingWhitespace: true });

const marks = {
  ...commonMark.marks,
  link: { ...commonMark.marks.link, expelEnclosingWhitespace: true },
  strike: around("~~"),
  subscript: around("<sub>", "</sub>"),
  superscript: around("<sup>", "</sup>"),
};

const nodes = {
  ...commonMark.nodes,
  paragraph: (state, node) => commonMark.nodes.paragraph(state, withoutIndent(node)),
  bullet_list: (state, node) => state.renderList(node, "  ", () => "- "),
  ordered_list(state, node) {
    const { start } = node.attrs;
    const indent = `${start + node.childCount - 1}. `.length;
    state.renderList(node, " ".repeat(indent), (index) => `${start + index}. `);
  },
  list_item(state, node) {
    if (node.attrs.ticked !== null) state.write(node.attrs.ticked ? "[x] " : "[ ] ");
    state.renderContent(node);
  },
  hard_break: (state, node, parent, index) => index && commonMark.nodes.hard_break(state, node, parent, index),
  text(state, node, parent, index) {
    if (index && parent.child(index - 1).type.name === "hard_break") state.atBlockStart = true;
    commonMark.nodes.text(state, node);
  },
  table(state, node) {
    const rows = node.children.map((row, index) => row.children.map((cell) => contentOf(cell, index)));
    const width = Math.max(...rows.map((row) => row.length));
    const lines = [rows[0], Array(width).fill("---"), ...rows.slice(1)].map((row) => line(row, width));
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

const options = { tightLists: true, escapeExtraCharacters: OTHERS };
const page = new MarkdownSerializer(nodes, marks, options);
const cells = new MarkdownSerializer(inCells, marks, options);
const head = new MarkdownSerializer(inCells, { ...marks, strong: { open: "", close: "" } }, options);

/** The items of a list one by one: before each line, the serializer looks at all that it has written. */
export const write = (block) => partsOf(block).map(writePart).join("\n");

const writePart = (part) => page.serialize(part.type.schema.node("doc", null, part)).trim();

function partsOf(block) {
  const { start } = block.attrs;
  if (!block.type.name.endsWith("_list")) return [block];
  return block.children.map((item, index) => block.type.create(start === undefined ? null : { start: start + index }, item));
}

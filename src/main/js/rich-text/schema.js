// What Markdown can say, and how it is said in HTML: by elements, and by styles, as Google Docs does.

import { DOMParser, Schema } from "prosemirror-model";
import { address, picture } from "./addresses.js";
import * as shown from "./shown.js";

const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"];
// The others have 50.
const BEFORE_PARAGRAPHS = 60;
const LIGHT = /^(normal|[1-5]00)$/;
const BOLD = /^(bold|bolder|[6-9]00)$/;
const CODE = /^["']?(courier|consolas|menlo|monaco|roboto mono|source code pro|sfmono|ui-monospace|monospace)/i;

const matching = (pattern) => (value) => pattern.test(value) && null;
const clears = (mark) => ({ type }) => type.name === mark;

const nodes = {
  doc: { content: "block+" },
  paragraph: { content: "inline*", group: "block", parseDOM: [{ tag: "p" }] },
  heading: {
    attrs: { level: {} },
    content: "(text | image | markdown_inline)*",
    defining: true,
    // Headings are bold by themselves.
    marks: "em link strike subscript superscript code",
    group: "block",
    parseDOM: [
      ...HEADINGS.map((tag, index) => ({ tag, attrs: { level: index + 1 } })),
      { tag: "p.MsoTitle", attrs: { level: 1 }, priority: BEFORE_PARAGRAPHS },
      { tag: "[role=heading][aria-level]", getAttrs: headingLevel, priority: BEFORE_PARAGRAPHS },
    ],
  },
  blockquote: {
    content: "block+",
    defining: true,
    group: "block",
    parseDOM: [{ tag: "blockquote, p.MsoQuote, p.MsoIntenseQuote", priority: BEFORE_PARAGRAPHS }],
  },
  horizontal_rule: { group: "block", parseDOM: [{ tag: "hr" }] },
  code_block: {
    attrs: { params: {} },
    content: "text*",
    marks: "",
    group: "block",
    code: true,
    defining: true,
    parseDOM: [{ tag: "pre", preserveWhitespace: "full", getAttrs: ({ dataset }) => ({ params: dataset.language ?? "" }) }],
  },
  bullet_list: {
    attrs: { bullet: { default: "-" }, tight: { default: true } },
    content: "list_item+",
    group: "block",
    parseDOM: [{ tag: "ul" }],
  },
  ordered_list: {
    attrs: { start: { default: 1 }, delimiter: { default: "." }, tight: { default: true } },
    content: "list_item+",
    group: "block",
    parseDOM: [{ tag: "ol", getAttrs: ({ start }) => ({ start: Math.max(start, 0) }) }],
  },
  list_item: {
    attrs: { ticked: { default: null } },
    content: "block+",
    defining: true,
    parseDOM: [{ tag: "li", getAttrs: (item) => ({ ticked: ticked(item) }) }],
  },
  table: { content: "table_row+", group: "block", tableRole: "table", isolating: true, parseDOM: [{ tag: "table" }] },
  table_row: { content: "table_cell+", tableRole: "row", parseDOM: [{ tag: "tr" }] },
  table_cell: {
    // All but the alignment are for prosemirror-tables. Markdown's cells are as wide as their column.
    attrs: { align: { default: null }, colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
    content: "block+",
    tableRole: "cell",
    isolating: true,
    parseDOM: [{ tag: "td, th" }],
  },
  // What is shown as it is written: an alert, say, or HTML. The rich editor makes them.
  markdown_block: { content: "text*", marks: "", group: "block", code: true, defining: true, isolating: true },
  markdown_inline: { attrs: { markdown: {} }, inline: true, atom: true, group: "inline" },
  text: { group: "inline" },
  image: {
    inline: true,
    attrs: { src: {}, alt: {}, title: { default: null } },
    group: "inline",
    parseDOM: [{ tag: "img[src]", getAttrs: picture }],
  },
  hard_break: { inline: true, selectable: false, group: "inline", parseDOM: [{ tag: "br" }] },
  // The end of a line within a paragraph, which people see as a space.
  soft_break: { inline: true, selectable: false, group: "inline", leafText: () => " " },
};

// In the order in which they stand around words, from outside.
const marks = {
  em: {
    parseDOM: [
      { tag: "i, em" },
      { style: "font-style=italic" },
      { style: "font-style=normal", clearMark: clears("em") },
    ],
  },
  strong: {
    parseDOM: [
      { tag: "strong" },
      // Google Docs wraps everything into one that isn't bold.
      { tag: "b", getAttrs: ({ style }) => !LIGHT.test(style.fontWeight) && null },
      { style: "font-weight", getAttrs: matching(BOLD) },
      { style: "font-weight", getAttrs: matching(LIGHT), clearMark: clears("strong") },
    ],
  },
  strike: { parseDOM: [{ tag: "s, del, strike" }, { style: "text-decoration", getAttrs: matching(/line-through/) }] },
  subscript: { excludes: "superscript", parseDOM: [{ tag: "sub" }, { style: "vertical-align=sub" }] },
  superscript: { excludes: "subscript", parseDOM: [{ tag: "sup" }, { style: "vertical-align=super" }] },
  link: { attrs: { href: {}, title: { default: null } }, inclusive: false, parseDOM: [{ tag: "a[href]", getAttrs: address }] },
  code: { excludes: "em strong", parseDOM: [{ tag: "code, tt, samp" }, { style: "font-family", getAttrs: matching(CODE) }] },
};

const ignored = [
  "svg, button, select, textarea, input, audio, video, iframe, canvas, annotation, xml, template, [hidden]",
  // Our own pages' links to sections, and Word's comments.
  "a.anchor, .MsoCommentReference, [data-style*='mso-element:comment' i]",
].map((tag) => ({ tag, ignore: true }));

function headingLevel({ ariaLevel }) {
  return { level: Math.min(Math.max(Number.parseInt(ariaLevel) || 1, 1), HEADINGS.length) };
}

function ticked(item) {
  if (item.role === "checkbox") return item.ariaChecked === "true";
  const box = item.querySelector(":scope > input[type=checkbox], :scope > :is(p, label) > input[type=checkbox]");
  return box && box.hasAttribute("checked");
}

export const schema = new Schema({ nodes: shown.asHtml(nodes), marks: shown.asHtml(marks) });
const parser = new DOMParser(schema, [...ignored, ...DOMParser.schemaRules(schema)]);

export const read = (body) => parser.parse(body);

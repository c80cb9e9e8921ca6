// Markdown as a document, and back. Each block at the top keeps the lines that it was read from: a block that nobody changes is
// written as it was, letter by letter. A block that would be written with another meaning is shown as Markdown instead.

import { MarkdownParser } from "prosemirror-markdown";
import { write } from "../rich-text/markdown.js";
import { schema } from "../rich-text/schema.js";
import { dialect } from "./dialect.js";

const FRONT_MATTER = /^(---|\+\+\+)\n[^]*?\n\1(?=\n|$)/;
// A backslash in a formula is no escape.
const FORMULA = /^[ >]*\$\$/m;
const ESCAPE = /\\[!-/:-@[-`{-~]/g;
const BLANK = /^\s*$/;

const asWritten = { node: "markdown_inline", getAttrs: ({ content }) => ({ markdown: content }) };
const cell = { block: "table_cell", getAttrs: (token) => ({ align: /center|right|left/.exec(token.attrGet("style"))?.[0] ?? null }) };

// What is missing here makes the block it is in one that is shown as Markdown.
const reader = new MarkdownParser(
  schema,
  { parse: (tokens) => tokens },
  {
    paragraph: { block: "paragraph" },
    heading: { block: "heading", getAttrs: ({ tag }) => ({ level: Number(tag.slice(1)) }) },
    blockquote: { block: "blockquote" },
    hr: { node: "horizontal_rule" },
    fence: { block: "code_block", noCloseToken: true, getAttrs: ({ info }) => ({ params: info }) },
    bullet_list: { block: "bullet_list", getAttrs: (token, all, index) => ({ bullet: token.markup, tight: isTight(all, index) }) },
    ordered_list: {
      block: "ordered_list",
      getAttrs: (token, all, index) => ({
        start: Number(token.attrGet("start") ?? 1),
        delimiter: token.markup,
        tight: isTight(all, index),
      }),
    },
    list_item: { block: "list_item", getAttrs: (token) => ({ ticked: { true: true, false: false }[token.attrGet("ticked")] ?? null }) },
    table: { block: "table" },
    thead: { ignore: true },
    tbody: { ignore: true },
    tr: { block: "table_row" },
    th: cell,
    td: cell,
    image: {
      node: "image",
      getAttrs: (token) => ({ src: token.attrGet("src"), title: token.attrGet("title"), alt: token.content }),
    },
    hardbreak: { node: "hard_break" },
    softbreak: { node: "soft_break" },
    as_written: asWritten,
    html_inline: asWritten,
    em: { mark: "em" },
    strong: { mark: "strong" },
    s: { mark: "strike" },
    link: { mark: "link", getAttrs: (token) => ({ href: token.attrGet("href"), title: token.attrGet("title") }) },
    code_inline: { mark: "code", noCloseToken: true },
  },
);

function isTight(tokens, index) {
  const inside = tokens.slice(index).find(({ type }) => type === "paragraph_open");
  return !inside || inside.hidden;
}

/**
 * The document; and the origin of each of its blocks: its Markdown, what was between it and the next one, and that one.
 * Both are for markdownOf.
 */
export function read(markdown) {
  const parts = partsOf(markdown);
  const nodes = parts.map(nodeOf);
  const doc = schema.node("doc", null, nodes.length ? nodes : [schema.node("paragraph")]);
  const origins = new Map(nodes.map((node, index) => [node, { ...parts[index], next: nodes[index + 1] }]));
  return { doc, origins };
}

export function markdownOf(doc, origins) {
  let text = "";
  let last;
  doc.forEach((node) => {
    const markdown = origins.get(node)?.markdown ?? written(node);
    if (!markdown) return;
    const { next, after } = origins.get(last) ?? {};
    if (last) text += next === node ? after : "\n\n";
    text += markdown;
    last = node;
  });
  const end = origins.get(last);
  return text + (end && !end.next ? end.after : "\n");
}

const written = (node) => (node.type.name === "markdown_block" ? node.textContent : write(node));

/** The blocks at the top: their Markdown, the tokens that say what it means, and the empty lines after each. */
function partsOf(markdown) {
  const [matter = ""] = FRONT_MATTER.exec(markdown) ?? [];
  const environment = {};
  const lines = markdown.split("\n");
  const first = matter ? matter.split("\n").length : 0;
  const tokens = dialect.parse(lines.fill("", 0, first).join("\n"), environment);
  const parts = [];
  const add = (from, to, tokens) => {
    while (from < to && BLANK.test(lines[from])) from++;
    while (from < to && BLANK.test(lines[to - 1])) to--;
    if (from < to) parts.push({ from, to, markdown: lines.slice(from, to).join("\n"), tokens, environment });
  };
  if (matter) parts.push({ from: 0, to: first, markdown: matter });
  let end = first;
  for (const block of blocksOf(tokens)) {
    const [from, to] = block[0].map;
    // Definitions of links have no tokens.
    add(end, from);
    add(from, to, block);
    end = to;
  }
  add(end, lines.length);
  return parts.map((part, index) => ({ ...part, after: between(lines, part, parts[index + 1]) }));
}

function between(lines, { to }, next) {
  const empty = lines.slice(to, next?.from).map((line) => `\n${line}`);
  return empty.join("") + (next ? "\n" : "");
}

function* blocksOf(tokens) {
  let block = [];
  let depth = 0;
  for (const token of tokens) {
    block.push(token);
    depth += token.nesting;
    if (depth) continue;
    yield block;
    block = [];
  }
}

function nodeOf({ markdown, tokens, environment }) {
  const isFormula = FORMULA.test(markdown) && tokens?.[0].type !== "fence";
  const node = tokens && !isFormula && asRichText(tokens);
  if (node && keepsMeaning(node, markdown, tokens, environment)) return node;
  return schema.node("markdown_block", null, schema.text(markdown));
}

function asRichText(tokens) {
  try {
    const { children } = reader.parse(tokens);
    return children.length === 1 ? children[0] : undefined;
  } catch {
    // A token that the reader doesn't know.
    return undefined;
  }
}

/**
 * Whether it would be written back with the same meaning. What is plain text to this parser may mean something to the server,
 * as in [TOC]: it must not get a backslash that it doesn't have.
 */
function keepsMeaning(node, markdown, tokens, environment) {
  const again = write(node);
  const html = dialect.renderer.render(tokens, dialect.options, environment);
  return escapes(again) <= escapes(markdown) && dialect.render(again, environment) === html;
}

const escapes = (markdown) => markdown.match(ESCAPE)?.length ?? 0;

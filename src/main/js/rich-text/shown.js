// How each part of a document is shown in the rich editor.

const ALIGNED = { left: "is-left", center: "is-centred", right: "is-right" };

const HTML = {
  paragraph: () => ["p", 0],
  heading: ({ attrs }) => [`h${attrs.level}`, 0],
  blockquote: () => ["blockquote", 0],
  horizontal_rule: () => ["hr"],
  code_block: ({ attrs }) => ["pre", { "data-language": attrs.params }, ["code", 0]],
  bullet_list: () => ["ul", 0],
  ordered_list: ({ attrs }) => ["ol", { start: attrs.start }, 0],
  list_item: () => ["li", 0],
  table: () => ["table", ["tbody", 0]],
  table_row: () => ["tr", 0],
  table_cell: ({ attrs }) => ["td", { class: ALIGNED[attrs.align] ?? null }, 0],
  markdown_block: () => ["pre", { class: "as-markdown" }, ["code", 0]],
  markdown_inline: ({ attrs }) => ["code", { class: "as-markdown" }, attrs.markdown],
  image: ({ attrs }) => ["img", attrs],
  hard_break: () => ["br"],
  soft_break: () => ["span", " "],
  em: () => ["em", 0],
  strong: () => ["strong", 0],
  strike: () => ["s", 0],
  subscript: () => ["sub", 0],
  superscript: () => ["sup", 0],
  // Without an address: a click puts the cursor, and a wrong one must not leave the page.
  link: ({ attrs }) => ["a", { title: attrs.href }, 0],
  code: () => ["code", 0],
};

export const asHtml = (specs) =>
  Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, HTML[name] ? { ...spec, toDOM: HTML[name] } : spec]));

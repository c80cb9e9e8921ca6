// Makes of a page what Markdown's blocks can hold, before it is read.

const LANGUAGE = /(?:^|\s)(?:language-|lang-|highlight-source-)([\w+#-]+)/;
// So that a hostile page can't make millions of cells. Browsers allow 1,000 columns and 65,534 rows.
const WIDEST = 50;
const MOST_WIDE_CELLS = 500;

export function tidy(page) {
  tidySpaces(page);
  tidyLineBreaks(page);
  tidyCode(page);
  tidyLists(page);
  tidyTables(page);
}

/** Word uses spaces that don't break beside other spaces, and in empty paragraphs. Those between two words are meant. */
function tidySpaces(page) {
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    text.data = text.data.replace(/[\u200b\ufeff]/g, "").replace(/(?<!\S)\u00a0|\u00a0(?!\S)/g, " ");
  }
}

/** Two line breaks end a paragraph. */
function tidyLineBreaks(page) {
  for (const end of page.querySelectorAll("br + br:not(pre *)")) {
    const { previousElementSibling: before, previousSibling } = end;
    if (previousSibling !== before && previousSibling.textContent.trim()) continue;
    if (before.localName === "br") before.replaceWith(page.createElement("div"));
    end.remove();
  }
}

function tidyCode(page) {
  for (const block of page.querySelectorAll("pre")) {
    const places = [block, block.firstElementChild, block.parentElement];
    const language = places.map((place) => LANGUAGE.exec(place?.className)?.[1]).find(Boolean);
    block.querySelectorAll("button").forEach((button) => button.remove());
    block.querySelectorAll("br").forEach((end) => end.replaceWith("\n"));
    block.textContent = block.textContent.replace(/^\n|\s+$/g, "");
    if (language) block.dataset.language = language;
  }
}

/** In Markdown, lists of one kind that follow each other are one list. */
function tidyLists(page) {
  for (const list of page.querySelectorAll("ul + ul, ol + ol")) {
    const { previousElementSibling: before, previousSibling } = list;
    if (previousSibling !== before && previousSibling.textContent.trim()) continue;
    before.append(...list.childNodes);
    list.remove();
  }
}

function tidyTables(page) {
  for (const table of page.querySelectorAll("table")) {
    if (table.querySelector("table") || table.querySelectorAll("td, th").length === 1) unwrap(table);
    else {
      wide(table, "colspan").forEach(fillBeside);
      wide(table, "rowspan").forEach(fillBelow);
      if (table.caption) table.before(blockOf(table.caption));
    }
  }
}

/** Tables are for layout, too. */
function unwrap(table) {
  const cells = [...table.rows].flatMap((row) => [...row.cells]);
  table.before(...cells.map(blockOf));
  table.remove();
}

function blockOf(element) {
  const block = element.ownerDocument.createElement("div");
  block.append(...element.childNodes);
  element.remove();
  return block;
}

const wide = (table, attribute) => [...table.querySelectorAll(`:is(td, th)[${attribute}]`)].slice(0, MOST_WIDE_CELLS);

function fillBeside(cell) {
  const missing = Math.min(cell.colSpan, WIDEST) - 1;
  cell.after(...Array.from({ length: missing }, () => cell.cloneNode()));
}

function fillBelow(cell) {
  const { rowIndex } = cell.parentElement;
  const rows = [...cell.closest("table").rows].slice(rowIndex + 1, rowIndex + Math.min(cell.rowSpan, WIDEST));
  for (const row of rows) row.insertBefore(cell.cloneNode(), row.cells[cell.cellIndex] ?? null);
}

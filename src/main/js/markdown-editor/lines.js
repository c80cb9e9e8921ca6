// What begins a line: headings, lists, quotes. And a table, which has lines of its own.

const BEGINNING = /^(\s*)(?:#{1,6} |[-*+] (?:\[[ xX]\] )?|\d+[.)] |> ?)?/;
const HEADINGS = ["## ", "### ", "#### ", ""];

function linesOf(state) {
  const lines = [];
  const { from, to } = state.selection.main;
  for (let at = from; ; ) {
    const line = state.doc.lineAt(at);
    lines.push(line);
    if (line.to >= to || line.number === state.doc.lines) return lines;
    at = line.to + 1;
  }
}

function begin(view, lines, beginning) {
  const changes = lines.map((line, index) => {
    const [old, indent] = BEGINNING.exec(line.text);
    return { from: line.from, to: line.from + old.length, insert: indent + beginning(index) };
  });
  const changed = view.state.changes(changes);
  const { anchor, head } = view.state.selection.main;
  const selection = { anchor: changed.mapPos(anchor, 1), head: changed.mapPos(head, 1) };
  view.dispatch({ changes: changed, selection, scrollIntoView: true, userEvent: "input" });
  return true;
}

/** beginning: of the line with this index. Taken away where all lines have it. */
export const startingWith = (beginning) => (view) => {
  const all = linesOf(view.state);
  const full = all.filter((line) => line.text.trim());
  const lines = full.length ? full : all;
  const have = lines.every((line, index) => BEGINNING.exec(line.text)[0].trimStart() === beginning(index));
  return begin(view, lines, have ? () => "" : beginning);
};

/** From one heading to the next smaller one, and after the smallest to plain text. */
export function heading(view) {
  const [line] = linesOf(view.state);
  const now = HEADINGS.indexOf(/^(#{2,4} )?/.exec(line.text)[0]);
  return begin(view, [line], () => HEADINGS[(now + 1) % HEADINGS.length]);
}

/** heads: the words of its first line, the first of which are selected. */
export function insertTable(view, heads, rows) {
  const { state } = view;
  const line = state.doc.lineAt(state.selection.main.to);
  const row = (cells) => `| ${cells.join(" | ")} |\n`;
  const before = line.text ? "\n\n" : "";
  const empty = row(heads.map((words) => " ".repeat(words.length)));
  const insert = before + row(heads) + row(heads.map(() => "---")) + empty.repeat(rows);
  const anchor = line.to + before.length + 2;
  const selection = { anchor, head: anchor + heads[0].length };
  view.dispatch({ changes: { from: line.to, insert }, selection, scrollIntoView: true, userEvent: "input" });
}

// Marks around words: bold, italic, code, links.

import { EditorSelection } from "@codemirror/state";

const change = (state, ofRange) => state.update(state.changeByRange(ofRange), { scrollIntoView: true, userEvent: "input" });

/** Without a selection, the word at the cursor. */
const wordsAt = (state, range) => (range.empty ? (state.wordAt(range.head) ?? range) : range);

/** Puts the mark around the words, or takes it away. */
export const around = (mark) => (view) => {
  const { state } = view;
  view.dispatch(change(state, (range) => toggle(state, wordsAt(state, range), mark)));
  return true;
};

function toggle(state, { from, to }, mark) {
  const size = mark.length;
  const text = state.sliceDoc(from, to);
  if (text.length >= 2 * size && isMarked(text, mark)) return replace(from, to, text.slice(size, -size));
  const wider = state.sliceDoc(Math.max(0, from - size), Math.min(state.doc.length, to + size));
  if (wider.length === text.length + 2 * size && isMarked(wider, mark)) return replace(from - size, to + size, text);
  return { changes: [{ from, insert: mark }, { from: to, insert: mark }], range: EditorSelection.range(from + size, to + size) };
}

// The stars of bold words are not those of italic ones.
function isMarked(text, mark) {
  const longer = mark[0] + mark;
  const ends = text.startsWith(mark) && text.endsWith(mark);
  return ends && (mark.length > 1 || !text.startsWith(longer) || text.startsWith(mark + longer));
}

const replace = (from, to, insert) => ({ changes: { from, to, insert }, range: EditorSelection.range(from, from + insert.length) });

const ADDRESS = /^(https?:\/\/|mailto:|\/)\S+$/;

/** The cursor goes to where something is missing: the address, or the words of one. */
export function link(view) {
  const { state } = view;
  view.dispatch(
    change(state, (range) => {
      const { from, to } = wordsAt(state, range);
      const text = state.sliceDoc(from, to);
      const insert = ADDRESS.test(text) ? `[](${text})` : `[${text}]()`;
      const cursor = text && !ADDRESS.test(text) ? from + insert.length - 1 : from + 1;
      return { changes: { from, to, insert }, range: EditorSelection.cursor(cursor) };
    }),
  );
  return true;
}

/** Lines become a block, words are marked. */
export function code(view) {
  const { state } = view;
  const { from, to } = state.selection.main;
  if (!state.sliceDoc(from, to).includes("\n")) return around("`")(view);
  const insert = `\`\`\`\n${state.sliceDoc(from, to).replace(/\n$/, "")}\n\`\`\`\n`;
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + 3 }, userEvent: "input" });
  return true;
}

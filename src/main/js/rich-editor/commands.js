// What the toolbar's buttons and the keys do. A command without a second argument only tells whether it can be done.

import { chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { Selection, TextSelection } from "prosemirror-state";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from "prosemirror-tables";
import { schema } from "../rich-text/schema.js";

const { nodes, marks } = schema;
const LEVELS = [2, 3, 4];

const enclosing = ({ $from }, type) => {
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return $from.node(depth);
  return undefined;
};

/** From one heading to the next smaller one, and after the smallest to plain text. */
function heading(state, dispatch) {
  const { parent } = state.selection.$from;
  const level = parent.type === nodes.heading ? LEVELS[LEVELS.indexOf(parent.attrs.level) + 1] : LEVELS[0];
  return (level ? setBlockType(nodes.heading, { level }) : setBlockType(nodes.paragraph))(state, dispatch);
}

/** Lines become a block, words are marked. */
function code(state, dispatch) {
  const { $from, $to, empty } = state.selection;
  if ($from.parent.type === nodes.code_block) return setBlockType(nodes.paragraph)(state, dispatch);
  const isBlock = !$from.sameParent($to) || (empty && !$from.parent.content.size);
  return isBlock ? setBlockType(nodes.code_block, { params: "" })(state, dispatch) : toggleMark(marks.code)(state, dispatch);
}

/** type: of the list. ticked: of its items; null without boxes. The same list again: none. */
const list = (type, ticked) => (state, dispatch) => {
  const item = enclosing(state.selection, nodes.list_item);
  if (!item) return wrapInList(type)(state, dispatch && ((change) => dispatch(withItems(change, type, ticked))));
  if (enclosing(state.selection, type) && item.attrs.ticked === ticked) return liftListItem(nodes.list_item)(state, dispatch);
  if (dispatch) dispatch(withItems(state.tr, type, ticked));
  return true;
};

/** Makes the innermost lists of the selection such ones. */
function withItems(change, type, ticked) {
  // All of the text, selected, begins outside of it.
  const selection = TextSelection.between(change.selection.$from, change.selection.$to);
  const { $from, $to } = change.setSelection(selection).selection;
  const range = $from.blockRange($to, ({ type: { name } }) => name.endsWith("_list"));
  if (!range) return change;
  if (range.parent.type !== type) change.setNodeMarkup(range.start - 1, type);
  let position = range.start;
  for (let index = range.startIndex; index < range.endIndex; index++) {
    const item = range.parent.child(index);
    change.setNodeMarkup(position, null, { ticked });
    position += item.nodeSize;
  }
  return change;
}

const quote = (state, dispatch) =>
  enclosing(state.selection, nodes.blockquote) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch);

/** heads: the words of the first row. */
export const table = (heads, rows) => (state, dispatch) => {
  const cell = (words) => nodes.table_cell.create(null, nodes.paragraph.create(null, words ? schema.text(words) : null));
  const row = (words) => nodes.table_row.create(null, words.map(cell));
  const made = nodes.table.create(null, [row(heads), ...Array.from({ length: rows }, () => row(heads.map(() => "")))]);
  if (!dispatch) return true;
  const change = state.tr.replaceSelectionWith(made);
  const inside = change.mapping.map(state.selection.from, -1);
  change.setSelection(Selection.near(change.doc.resolve(inside)));
  dispatch(change.scrollIntoView());
  return true;
};

/** Inserts a block, with the cursor at its end and that many of its last letters selected. */
export const put = (block, letters) => (state, dispatch) => {
  const change = state.tr.replaceSelectionWith(block);
  const { to } = Selection.near(change.doc.resolve(change.mapping.map(state.selection.to)), -1);
  dispatch(change.setSelection(TextSelection.create(change.doc, to - letters, to)).scrollIntoView());
};

/** Below a table, code or a quote at the end of the text there is nothing to click on. */
function leaveLast(state, dispatch) {
  const { $head, empty } = state.selection;
  const last = state.doc.lastChild;
  const isLast = empty && $head.depth > 0 && $head.end(1) >= state.doc.content.size - 1;
  if (!isLast || last.type === nodes.paragraph || $head.pos < $head.end(1) - $head.depth) return false;
  if (dispatch) {
    const change = state.tr.insert(state.doc.content.size, nodes.paragraph.create());
    dispatch(change.setSelection(TextSelection.atEnd(change.doc)).scrollIntoView());
  }
  return true;
}

/** What a table can become while the cursor is in it. Without its last row or column it is gone. */
export const tableActions = {
  addRow: addRowAfter,
  addColumn: addColumnAfter,
  deleteRow: chainCommands(deleteRow, deleteTable),
  deleteColumn: chainCommands(deleteColumn, deleteTable),
  deleteTable,
};

const inTable = (command) => (state, dispatch) => isInTable(state) && command(state, dispatch);

export const commands = {
  bold: toggleMark(marks.strong),
  italic: toggleMark(marks.em),
  code,
  heading,
  list: list(nodes.bullet_list, null),
  numbers: list(nodes.ordered_list, null),
  tasks: list(nodes.bullet_list, false),
  quote,
};

const hardBreak = (state, dispatch) => {
  if (dispatch) dispatch(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

export const keys = {
  "Mod-b": commands.bold,
  "Mod-i": commands.italic,
  "Mod-e": commands.code,
  "Mod-Shift-7": commands.numbers,
  "Mod-Shift-8": commands.list,
  "Mod-Shift-9": commands.tasks,
  "Mod-Shift-.": commands.quote,
  "Mod-]": sinkListItem(nodes.list_item),
  "Mod-[": liftListItem(nodes.list_item),
  Enter: (state, dispatch) => splitListItem(nodes.list_item, newItem(state))(state, dispatch),
  "Shift-Enter": chainCommands(exitCode, hardBreak),
  "Mod-Enter": chainCommands(exitCode, inTable(addRowAfter)),
  ArrowDown: leaveLast,
};

/** After a task comes one that isn't done. */
function newItem({ selection }) {
  const item = enclosing(selection, nodes.list_item);
  return item && item.attrs.ticked !== null ? { ticked: false } : undefined;
}

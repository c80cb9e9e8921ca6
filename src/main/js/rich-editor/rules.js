// What becomes of Markdown that somebody types here out of habit.

import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { schema } from "../rich-text/schema.js";

const { nodes, marks } = schema;

/** The first group is the words. */
const marked = (pattern, type) =>
  new InputRule(pattern, (state, [all, words], start, end) => {
    const mark = type.create();
    const before = all.length - all.trimStart().length;
    const change = state.tr.replaceWith(start + before, end, schema.text(words, [...state.doc.resolve(start).marks(), mark]));
    return change.removeStoredMark(type);
  });

const tick = new InputRule(/^\[([ xX])\] $/, (state, [, sign], start, end) => {
  const $start = state.doc.resolve(start);
  const item = $start.node(-1);
  if (item?.type !== nodes.list_item || $start.index(-1)) return null;
  return state.tr.delete(start, end).setNodeMarkup($start.before(-1), null, { ticked: sign !== " " });
});

const asWritten = new InputRule(/\[\[[^\[\]\n]+\]\]$/, (state, [markdown], start, end) =>
  state.tr.replaceWith(start, end, nodes.markdown_inline.create({ markdown })),
);

const link = new InputRule(/\[([^\[\]]+)\]\(([^\s()]+)\)$/, (state, [, words, href], start, end) =>
  state.tr.replaceWith(start, end, schema.text(words, [marks.link.create({ href })])).removeStoredMark(marks.link),
);

export const typedMarkdown = inputRules({
  rules: [
    tick,
    asWritten,
    link,
    textblockTypeInputRule(/^(#{1,6})\s$/, nodes.heading, ([, signs]) => ({ level: signs.length })),
    textblockTypeInputRule(/^```$/, nodes.code_block, { params: "" }),
    wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
    wrappingInputRule(/^\s*[-*+]\s$/, nodes.bullet_list),
    wrappingInputRule(
      /^(\d{1,9})[.)]\s$/,
      nodes.ordered_list,
      ([, start]) => ({ start: Number(start) }),
      ([, start], { childCount, attrs }) => childCount + attrs.start === Number(start),
    ),
    marked(/(?:^|\s)\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, marks.strong),
    marked(/(?:^|\s)[*_]([^*_\s](?:[^*_]*[^*_\s])?)[*_]$/, marks.em),
    marked(/~~([^~\s](?:[^~]*[^~\s])?)~~$/, marks.strike),
    marked(/`([^`]+)`$/, marks.code),
  ],
});

// Markdown as Commonplace renders it: GitHub's extensions, footnotes and [[links]]. HTML inside it is plain text.

import { commonmarkLanguage, markdownKeymap } from "@codemirror/lang-markdown";
import { HighlightStyle, Language, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { Autolink, Strikethrough, Table, TaskList } from "@lezer/markdown";
import { styleTags, tags } from "@lezer/highlight";

const LINK = /^!?\[\[[^\[\]\n]+\]\]/;

const wikiLink = {
  defineNodes: ["WikiLink"],
  props: [styleTags({ WikiLink: tags.link })],
  parseInline: [
    {
      name: "WikiLink",
      before: "Link",
      parse(inline, next, position) {
        const found = LINK.exec(inline.slice(position, inline.end));
        return found ? inline.addElement(inline.elt("WikiLink", position, position + found[0].length)) : -1;
      },
    },
  ],
};

// With the data of CommonMark's language, by which the keys that continue a list know where they are.
const markdown = new Language(
  commonmarkLanguage.data,
  commonmarkLanguage.parser.configure([Table, TaskList, Strikethrough, Autolink, wikiLink]),
  [],
  "markdown",
);

const look = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "700" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: [tags.link, tags.url], color: "var(--link)" },
  { tag: tags.monospace, color: "var(--key)" },
  { tag: tags.quote, color: "var(--ink-soft)" },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName], color: "var(--ink-soft)", fontWeight: "400" },
]);

// In prose, quotation marks and apostrophes don't come in pairs.
const pairs = EditorState.languageData.of(() => [{ closeBrackets: { brackets: ["(", "[", "{", "`"] } }]);

export const language = [pairs, markdown, syntaxHighlighting(look), keymap.of(markdownKeymap)];

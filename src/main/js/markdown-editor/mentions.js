// After @, suggests people who may read the page. A mention is a link like any other: to the pages that they changed last.

import { ifNotIn } from "@codemirror/autocomplete";
import { find, link, PERSON, signalOf } from "./suggestions.js";

const ELSEWHERE = ["CodeBlock", "FencedCode", "InlineCode", "Image", "Link", "URL", "WikiLink"];

/** url: of the suggestions of pages. */
export const people = ({ url }) => ifNotIn(ELSEWHERE, (context) => suggest(context, url.replace("?", "/people?")));

async function suggest(context, url) {
  const begun = context.matchBefore(PERSON);
  if (!begun) return null;
  const found = await find(url, begun.text.slice(1), signalOf(context));
  if (!found.length) return null;
  const options = found.map(({ name, displayName, href }) => ({ label: displayName, detail: name, apply: link(displayName, href) }));
  return { from: begun.from, options, filter: false };
}

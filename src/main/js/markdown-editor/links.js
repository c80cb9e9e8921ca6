// After [[, suggests the pages whose titles fit, those of this space first.

import { find, link, signalOf } from "./suggestions.js";

const BEGUN = /\[\[[^\[\]\n|]{0,200}$/;
const NO_TITLE_OF_A_LINK = /[\[\]|\\]/;

/** url: of the suggestions; space: what the addresses of this space's pages begin with. */
export const pages = ({ url, space }) => (context) => suggest(context, url, space);

async function suggest(context, url, space) {
  const begun = context.matchBefore(BEGUN);
  const typed = begun?.text.slice(2).trim();
  if (!typed) return null;
  const found = await find(url, typed, signalOf(context));
  if (!found.length) return null;
  const options = found.map((page) => ({ label: page.title, detail: page.path || page.href, apply: insert(markdown(page, space)) }));
  return { from: begun.from + 2, options, filter: false };
}

/** A page of another space has no name here. */
function markdown({ title, path, href }, space) {
  const here = path && href.startsWith(`${space}/`) && !NO_TITLE_OF_A_LINK.test(title);
  return here ? `[[/${path}|${title}]]` : link(title, href);
}

/** In place of what was typed, its brackets and those that were closed by themselves. */
const insert = (written) => (view, completion, from, to) => {
  const closed = view.state.sliceDoc(to, to + 2) === "]]" ? 2 : 0;
  view.dispatch({
    changes: { from: from - 2, to: to + closed, insert: written },
    selection: { anchor: from - 2 + written.length },
    userEvent: "input.complete",
  });
};

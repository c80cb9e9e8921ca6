// After [[, suggests the pages whose titles fit, those of this space first.

import { autocompletion } from "@codemirror/autocomplete";

const BEGUN = /\[\[[^\[\]\n|]{0,200}$/;
const NO_TITLE_OF_A_LINK = /[\[\]|\\]/;

/** url: of the suggestions; space: what the addresses of this space's pages begin with. */
export function pageLinks({ url, space }) {
  return autocompletion({ override: [(context) => suggest(context, url, space)], icons: false, aboveCursor: false });
}

async function suggest(context, url, space) {
  const begun = context.matchBefore(BEGUN);
  const typed = begun?.text.slice(2).trim();
  if (!typed) return null;
  const pages = await find(url, typed, context);
  if (!pages.length) return null;
  const options = pages.map((page) => ({ label: page.title, detail: page.path || page.href, apply: insert(markdown(page, space)) }));
  return { from: begun.from + 2, options, filter: false };
}

async function find(url, typed, context) {
  const asking = new AbortController();
  context.addEventListener("abort", () => asking.abort());
  const address = new URL(url, location.href);
  address.searchParams.set("q", typed);
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" }, signal: asking.signal });
    return answer.ok && !answer.redirected ? (await answer.json()).suggestions : [];
  } catch {
    // Without suggestions one types on.
    return [];
  }
}

/** A page of another space has no name here. */
function markdown({ title, path, href }, space) {
  const here = path && href.startsWith(`${space}/`) && !NO_TITLE_OF_A_LINK.test(title);
  return here ? `[[/${path}|${title}]]` : `[${title.replace(/[\[\]\\]/g, "\\$&")}](${href})`;
}

/** In place of what was typed, its brackets and those that were closed by themselves. */
const insert = (link) => (view, completion, from, to) => {
  const closed = view.state.sliceDoc(to, to + 2) === "]]" ? 2 : 0;
  view.dispatch({
    changes: { from: from - 2, to: to + closed, insert: link },
    selection: { anchor: from - 2 + link.length },
    userEvent: "input.complete",
  });
};

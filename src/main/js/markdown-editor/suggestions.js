// What links and mentions have in common: asking the server while somebody types, and the Markdown of what is chosen.

/** The beginning of a person's name; not in an e-mail address, nor in a link's. */
export const PERSON = /(?<![\p{L}\p{N}./+_%=@-])@[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;

/** Until CodeMirror doesn't need the answer any more. */
export function signalOf(context) {
  const asking = new AbortController();
  context.addEventListener("abort", () => asking.abort());
  return asking.signal;
}

export async function find(url, typed, signal) {
  const address = new URL(url, location.href);
  address.searchParams.set("q", typed);
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" }, signal });
    return answer.ok && !answer.redirected ? (await answer.json()).suggestions : [];
  } catch {
    // Without suggestions one types on.
    return [];
  }
}

export const link = (words, href) => `[${words.replace(/[\[\]\\]/g, "\\$&")}](${href})`;

// Where the pictures of the text are. The text calls them by the names of files; only the server knows which these are. It is
// asked for all of them at once, by the preview of a list of pictures.

const PAUSE_MS = 100;
const OUTSIDE = /^([a-z][a-z\d+.-]*:|\/)/i;

/** ask: gives the HTML of Markdown. */
export function pictures(ask) {
  const known = new Map();
  let waiting = new Map();

  async function askForAll() {
    const asked = waiting;
    waiting = new Map();
    const list = [...asked.keys()].map((source) => `- ![a](<${source}>)\n`).join("");
    const page = new DOMParser().parseFromString(await ask(list), "text/html");
    const items = page.querySelectorAll("body > ul > li");
    [...asked.values()].forEach((answer, index) => answer(items[index]?.querySelector("img")?.getAttribute("src")));
  }

  return (source) => {
    if (OUTSIDE.test(source)) return Promise.resolve(source);
    if (!known.has(source)) {
      if (!waiting.size) setTimeout(askForAll, PAUSE_MS);
      known.set(source, new Promise((answer) => waiting.set(source, answer)));
    }
    return known.get(source);
  };
}

// Suggests pages, spaces and people in the search box while somebody types, and their own pages before that. Without it the box
// is a plain form.

const { combobox, option, pages } = await import(`./combobox.js${new URL(import.meta.url).search}`);
const form = document.querySelector(".search-box");
const field = form.elements.q;
let before;

// The space that the page is of, whose pages come first.
function here() {
  const path = location.pathname.match(/^\/s\/([^/]+)/);
  return path?.[1] ?? new URLSearchParams(location.search).get("space") ?? "";
}

async function suggest(typed, signal) {
  const found = await pages(`${form.dataset.url}?${new URLSearchParams({ space: here() })}`, typed, signal);
  const rows = found.map((page) => link(page.href, page.title, page.space));
  return [typed ? [...rows, everything(typed)] : rows, found.length];
}

const link = (href, title, place) => Object.assign(option("a", title, place), { href });

function everything(typed) {
  const address = `${form.getAttribute("action")}?${new URLSearchParams({ q: typed })}`;
  const all = link(address, form.dataset.for.replace("{0}", () => typed));
  all.classList.add("everything");
  return all;
}

function leave() {
  if (before?.isConnected) before.focus();
  else field.blur();
}

const ask = combobox(field, form.dataset, suggest, leave);
field.addEventListener("focus", (event) => {
  before = event.relatedTarget;
  if (!field.value) ask();
});

/** from: what had the focus before the box had it for the first time. */
export function begin(from) {
  before = from;
  ask();
}

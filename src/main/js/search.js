// Suggests pages, spaces and people in the search box while somebody types, and their own pages before that, as an ARIA
// combobox: the focus stays in the field, and the arrow keys choose in the list. Without it the box is a plain form.

const PAUSE_MS = 120;
const MOST_TYPED = 200;

const form = document.querySelector(".search-box");
const field = form.elements.q;
const list = document.createElement("div");
const news = document.createElement("p");

let before;
let timer;
let asking = new AbortController();

list.className = "menu-items suggestions";
list.id = "suggestions";
list.hidden = true;
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", form.dataset.list);
news.className = "visually-hidden";
news.setAttribute("role", "status");
form.append(list, news);
field.setAttribute("aria-controls", list.id);

/** from: what had the focus before the box had it for the first time. */
export function begin(from) {
  before = from;
  ask();
}

// The space that the page is of, whose pages come first.
function here() {
  const path = location.pathname.match(/^\/s\/([^/]+)/);
  return path?.[1] ?? new URLSearchParams(location.search).get("space") ?? "";
}

async function ask() {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const typed = field.value.trim();
  try {
    const query = new URLSearchParams({ q: typed.slice(0, MOST_TYPED), space: here() });
    const answer = await fetch(`${form.dataset.url}?${query}`, { headers: { Accept: "application/json" }, signal });
    // A session that has ended, or a search that isn't ready: what was typed can still be sent.
    const found = answer.ok && !answer.redirected ? (await answer.json()).suggestions : [];
    if (!signal.aborted && document.activeElement === field) show(typed, found);
  } catch (problem) {
    if (problem.name !== "AbortError") close();
  }
}

function show(typed, found) {
  if (!typed && !found.length) return close();
  const rows = found.map((page) => option(page.href, page.title, page.space));
  list.replaceChildren(...rows, ...(typed ? [everything(typed)] : []));
  [...list.children].forEach((row, index) => (row.id = `suggestion-${index}`));
  list.hidden = false;
  field.setAttribute("aria-expanded", "true");
  field.removeAttribute("aria-activedescendant");
  news.textContent = count(found.length);
}

function everything(typed) {
  const all = option(
    `${form.getAttribute("action")}?${new URLSearchParams({ q: typed })}`,
    form.dataset.for.replace("{0}", () => typed),
    "",
  );
  all.classList.add("everything");
  return all;
}

function option(href, title, place) {
  const row = document.createElement("a");
  row.href = href;
  row.tabIndex = -1;
  row.setAttribute("role", "option");
  row.setAttribute("aria-selected", "false");
  row.append(title, " ");
  if (place) row.append(Object.assign(document.createElement("span"), { className: "meta", textContent: place }));
  return row;
}

function count(number) {
  const { none, one, many } = form.dataset;
  return number === 0 ? none : number === 1 ? one : many.replace("{0}", number);
}

function close() {
  clearTimeout(timer);
  asking.abort();
  list.hidden = true;
  news.textContent = "";
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

const chosen = () => list.querySelector("[aria-selected=true]");

function choose(step) {
  // A list that comes later would take the choice away.
  clearTimeout(timer);
  asking.abort();
  const rows = [...list.children];
  const last = rows.findIndex((row) => row === chosen());
  const next = last < 0 && step < 0 ? rows.length - 1 : (last + step + rows.length) % rows.length;
  rows.forEach((row, index) => row.setAttribute("aria-selected", String(index === next)));
  rows[next].scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", rows[next].id);
}

function leave() {
  if (!list.hidden) return close();
  if (before?.isConnected) before.focus();
  else field.blur();
}

const KEYS = {
  ArrowDown: () => (list.hidden ? ask() : choose(1)),
  ArrowUp: () => (list.hidden ? ask() : choose(-1)),
  // Chrome would clear the field.
  Escape: leave,
};

field.addEventListener("keydown", (event) => {
  // While a Chinese or Japanese word is composed, these keys belong to that.
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.key === "Enter" && !list.hidden && chosen()) {
    event.preventDefault();
    chosen().click();
  } else if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
});

field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE_MS);
});
field.addEventListener("focus", (event) => {
  before = event.relatedTarget;
  if (!field.value) ask();
});
field.addEventListener("blur", close);
form.addEventListener("submit", close);
// The focus stays in the field, so that the list stays for the click.
list.addEventListener("mousedown", (event) => event.preventDefault());
list.addEventListener("click", close);

// A field that suggests something while somebody types, as an ARIA combobox: the focus stays in the field, and the arrow keys
// choose in the list.

const PAUSE_MS = 120;

/**
 * texts: list (its name), none, one and many (how many were found). suggest(typed, signal) gives the options and how many of
 * them were found. whenClosed: what Escape does without a list.
 */
export function combobox(field, texts, suggest, whenClosed = () => {}) {
  const list = document.createElement("div");
  const news = document.createElement("p");
  let timer;
  let asking = new AbortController();

  list.className = "menu-items suggestions";
  list.id = `${field.id}-suggestions`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", texts.list);
  news.className = "visually-hidden";
  news.setAttribute("role", "status");
  field.after(list, news);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", list.id);

  async function ask() {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const typed = field.value.trim();
    try {
      const [rows, found] = await suggest(typed, signal);
      if (signal.aborted || document.activeElement !== field) return;
      if (typed || rows.length) show(rows, found);
      else close();
    } catch (problem) {
      if (problem.name !== "AbortError") close();
    }
  }

  function show(rows, found) {
    list.replaceChildren(...rows);
    rows.forEach((row, index) => (row.id = `${list.id}-${index}`));
    list.hidden = rows.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    field.removeAttribute("aria-activedescendant");
    news.textContent = found === 0 ? texts.none : found === 1 ? texts.one : texts.many.replace("{0}", found);
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

  const keys = {
    ArrowDown: () => (list.hidden ? ask() : choose(1)),
    ArrowUp: () => (list.hidden ? ask() : choose(-1)),
    // Chrome would clear a search field.
    Escape: () => (list.hidden ? whenClosed() : close()),
  };

  field.addEventListener("keydown", (event) => {
    // While a Chinese or Japanese word is composed, these keys belong to that.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === "Enter" && !list.hidden && chosen()) {
      event.preventDefault();
      chosen().click();
    } else if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  field.addEventListener("blur", close);
  field.form.addEventListener("submit", close);
  // The focus stays in the field, so that the list stays for the click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", close);
  return ask;
}

/** tag: "a" or "button". */
export function option(tag, title, place) {
  const row = document.createElement(tag);
  row.tabIndex = -1;
  row.setAttribute("role", "option");
  row.setAttribute("aria-selected", "false");
  row.append(title, " ");
  if (place) row.append(Object.assign(document.createElement("span"), { className: "meta", textContent: place }));
  return row;
}

const MOST_TYPED = 200;

/** The pages whose titles fit; none if the session has ended or the search isn't ready: what was typed can still be sent. */
export async function pages(url, typed, signal) {
  const address = new URL(url, location.href);
  address.searchParams.set("q", typed.slice(0, MOST_TYPED));
  const answer = await fetch(address, { headers: { Accept: "application/json" }, signal });
  return answer.ok && !answer.redirected ? (await answer.json()).suggestions : [];
}

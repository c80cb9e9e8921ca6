// Opens branches of the page tree in place. Without it the tree shows the way to the page, and a page's link the pages below it.

const MOST_KEPT = 20;

const tree = document.querySelector(".tree");
const { url, label } = tree.dataset;
const KEPT = `tree ${url}`;

const kept = () => JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");

function keep(id, open) {
  const others = kept().filter((other) => other !== id);
  sessionStorage.setItem(KEPT, JSON.stringify(open ? [...others, id].slice(-MOST_KEPT) : others));
}

/** The lists of the answer. */
async function load(query) {
  const answer = await fetch(`${url}&${query}`);
  if (!answer.ok || answer.redirected) throw new Error(`The tree is answered by ${answer.status}`);
  return [...new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll("ul[data-of]")];
}

const linkOf = (item) => item.querySelector(":scope > a");
const listOf = (item) => item.querySelector(":scope > ul");

function show(item, open) {
  item.classList.toggle("is-open", open);
  item.querySelector(":scope > button").setAttribute("aria-expanded", open);
  if (listOf(item)) listOf(item).hidden = !open;
}

function addButtons(root) {
  for (const item of root.querySelectorAll("li[data-page]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "twist";
    button.setAttribute("aria-label", label.replace("{0}", () => linkOf(item).textContent));
    item.prepend(button);
    show(item, item.classList.contains("is-open"));
  }
}

function put(item, list) {
  addButtons(list);
  list.removeAttribute("data-of");
  item.append(list);
  show(item, true);
}

async function toggle(item) {
  const open = !item.classList.contains("is-open");
  const id = item.dataset.page;
  if (open && !listOf(item)) {
    const [list] = await load(`of=${id}`);
    if (!listOf(item)) put(item, list);
  }
  show(item, open);
  keep(id, open);
}

/** The page itself may be there already, below the link to the others. */
async function showMore(item) {
  const [list] = await load(new URL(linkOf(item)).search.slice(1));
  const known = new Set([...item.parentElement.children].map((other) => linkOf(other).href));
  addButtons(list);
  const added = [...list.children].filter((other) => !known.has(linkOf(other).href));
  item.replaceWith(...added);
  added[0]?.querySelector("a").focus();
}

/** What was open on the last page, by one request. */
async function restore() {
  const ids = kept();
  if (!ids.length) return;
  const lists = new Map((await load(new URLSearchParams(ids.map((id) => ["of", id])))).map((list) => [list.dataset.of, list]));
  // A branch may be inside another one.
  for (const id of ids) {
    const item = tree.querySelector(`li[data-page="${CSS.escape(id)}"]`);
    if (item && !listOf(item) && lists.get(id)?.children.length) put(item, lists.get(id));
  }
}

tree.addEventListener("click", (event) => {
  const item = event.target.closest("li");
  const isMore = item?.classList.contains("more");
  if (!item || (isMore ? event.ctrlKey || event.metaKey || event.shiftKey : !event.target.closest(".twist"))) return;
  event.preventDefault();
  // If the answer fails, perhaps because the session has ended, the link leads to the same pages.
  (isMore ? showMore(item) : toggle(item)).catch(() => (location.href = linkOf(item).href));
});

addButtons(tree);
/** Ends when the branches are open that were open on the last page. */
export const restored = restore().catch(() => {});

// Word's lists are no lists of HTML. On a desktop they are paragraphs: a style names the list and the level, and the words begin
// with the bullet or number. On the web, each item is a list in a box of its own.

const ITEMS = "[data-style*='mso-list:' i], .ListContainerWrapper:has(> :is(ul, ol) > li:only-child)";
const LEVEL = /mso-list:\s*l\d+\s+level(\d+)/i;
const NUMBER = /^\(?(\d+|[a-z]{1,5}[.)])/i;

export function restoreLists(page) {
  // The lists that are open, from the outermost.
  let open = [];
  for (const place of page.querySelectorAll(ITEMS)) {
    const item = place.matches(".ListContainerWrapper") ? onTheWeb(place) : onADesktop(place);
    if (!item.level) continue;
    if (place.previousElementSibling !== open[0]?.list) open = [];
    open = add(place, item, open);
  }
}

function onTheWeb(place) {
  const words = place.querySelector("li");
  const { localName, start } = words.parentElement;
  return { words, kind: localName, start, level: Number(words.dataset.ariaLevel) };
}

function onADesktop(place) {
  const marker = place.querySelector("[data-style*='mso-list:Ignore' i]");
  marker?.remove();
  const number = NUMBER.exec(marker?.textContent.trim() ?? "")?.[1];
  // A numbered heading stays a heading.
  const level = place.localName === "p" && Number(LEVEL.exec(place.dataset.style)?.[1]);
  return { words: place, kind: number ? "ol" : "ul", start: number, level };
}

function add(place, { words, kind, start, level }, open) {
  const lists = open.filter((each) => each.level < level || (each.level === level && each.list.localName === kind));
  if (lists.at(-1)?.level !== level) {
    const list = place.ownerDocument.createElement(kind);
    if (start > 1) list.setAttribute("start", start);
    const above = lists.at(-1)?.list.lastElementChild;
    if (above) above.append(list);
    else place.before(list);
    lists.push({ list, level });
  }
  const item = place.ownerDocument.createElement("li");
  item.append(...words.childNodes);
  lists.at(-1).list.append(item);
  place.remove();
  return lists;
}

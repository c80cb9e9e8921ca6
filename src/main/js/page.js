// On every page. All of it is comfort: the page works without.

// "/" goes to the search box, from everywhere but a field.
const search = document.querySelector(".search-box input");
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (!search || event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  search.focus();
});

// The suggestions are loaded with the first visit to the box: most page views do without.
async function loadSuggestions({ relatedTarget }) {
  const { begin } = await import(`./search.js${new URL(import.meta.url).search}`);
  begin(relatedTarget);
}
if (search) {
  search.setAttribute("role", "combobox");
  search.setAttribute("aria-autocomplete", "list");
  search.setAttribute("aria-expanded", "false");
  search.addEventListener("focus", loadSuggestions, { once: true });
  // Who was faster than this script.
  if (document.activeElement === search) loadSuggestions({});
}

// The page one reads stays in sight in the tree. Branches open in place once somebody comes to the tree, or has opened some before.
const tree = document.querySelector(".tree");
const side = tree?.closest(".side");
function keepInSight() {
  const here = tree.querySelector("[aria-current]")?.getBoundingClientRect();
  const box = side.getBoundingClientRect();
  if (here && (here.top < box.top || here.bottom > box.bottom)) side.scrollTop += here.top - box.top - box.height / 3;
}
async function loadTree() {
  const { restored } = await import(`./tree.js${new URL(import.meta.url).search}`);
  await restored;
}
if (tree) {
  keepInSight();
  if (sessionStorage.getItem(`tree ${tree.dataset.url}`)) loadTree().then(keepInSight);
  else for (const visit of ["pointerenter", "focusin"]) side.addEventListener(visit, loadTree, { once: true });
}

// Menus close when one looks elsewhere, with the mouse or with the keyboard.
const openMenus = () => document.querySelectorAll("details.menu[open]");
const closeOthers = (event) => {
  openMenus().forEach((menu) => menu.contains(event.target) || menu.removeAttribute("open"));
};
document.addEventListener("click", closeOthers);
document.addEventListener("focusin", closeOthers);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  openMenus().forEach((menu) => {
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    menu.removeAttribute("open");
  });
});

// Where there is room a fold shows its content though closed; older browsers need it open for that.
if (!CSS.supports("selector(::details-content)")) {
  document.querySelectorAll(".fold").forEach((fold) => {
    fold.open ||= getComputedStyle(fold.querySelector("summary")).display === "none";
  });
}

// What scrolls sideways must be reachable with the keyboard; what doesn't, need not.
document.querySelectorAll(".table-wrap, pre, .preview").forEach((box) => {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
});

// The table of contents marks the section one reads.
const entries = new Map(
  [...document.querySelectorAll(".toc a[href^='#']")].map((a) => [decodeURIComponent(a.hash.slice(1)), a]),
);
if (entries.size) {
  const headings = [...entries.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  const mark = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.25);
    const now = passed.at(-1)?.id;
    entries.forEach((a, id) => {
      if (id === now) a.setAttribute("aria-current", "location");
      else a.removeAttribute("aria-current");
    });
  };
  let asked = false;
  const later = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      mark();
    });
  };
  document.addEventListener("scroll", later, { passive: true });
  mark();
}

// The size of a new table, chosen from a grid of buttons: by a click, or with the arrow keys and Enter. And what happens to the
// table that the cursor is in.

const COLUMNS = 6;
const ROWS = 6;
const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS };

const box = document.querySelector(".table-sizes");
const words = box.querySelector("p");
const cells = Array.from({ length: COLUMNS * ROWS }, (_, index) => cell((index % COLUMNS) + 1, Math.floor(index / COLUMNS) + 1));
let choose;

const actions = document.querySelector(".table-actions");
let act;
actions.addEventListener("click", ({ target }) => {
  if (!target.dataset.action) return;
  actions.hidePopover();
  act(target.dataset.action);
});

box.querySelector("div").append(...cells);
box.addEventListener("keydown", move);

/** Opens below a button. chosen: gets the numbers of columns and rows. */
export function askForSize(button, chosen) {
  choose = chosen;
  openBelow(button, box);
  cells[0].focus();
}

export function askForAction(button, chosen) {
  act = chosen;
  openBelow(button, actions);
  actions.querySelector("button").focus();
}

function openBelow(button, opened) {
  const { left, bottom } = button.getBoundingClientRect();
  Object.assign(opened.style, { left: `min(${left}px, 100vw - 12rem)`, top: `${bottom}px` });
  opened.showPopover();
}

function cell(columns, rows) {
  const button = document.createElement("button");
  button.type = "button";
  button.tabIndex = -1;
  button.ariaLabel = box.dataset.size.replace("{0}", columns).replace("{1}", rows);
  button.addEventListener("focus", () => show(button, columns, rows));
  button.addEventListener("pointerenter", () => button.focus());
  button.addEventListener("click", () => {
    box.hidePopover();
    choose(columns, rows);
  });
  return button;
}

function show(button, columns, rows) {
  words.textContent = button.ariaLabel;
  cells.forEach((each, index) => each.classList.toggle("is-inside", index % COLUMNS < columns && index < rows * COLUMNS));
}

function move(event) {
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  cells[cells.indexOf(document.activeElement) + step]?.focus();
}

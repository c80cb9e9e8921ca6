// The buttons above the text, and the keys that do the same. The arrow keys go from button to button, Tab leaves them all.

import { around, code, link } from "./marks.js";
import { heading, insertTable, startingWith } from "./lines.js";
import { richEditor, toggleRichText } from "./rich.js";
import { askForAction, askForSize } from "./sizes.js";

const bar = document.querySelector(".toolbar");
const help = document.querySelector("dialog.shortcuts");
const files = document.querySelector(".add-files input");

const commands = {
  rich: toggleRichText,
  bold: around("**"),
  italic: around("*"),
  code,
  link,
  heading,
  list: startingWith(() => "- "),
  numbers: startingWith((index) => `${index + 1}. `),
  tasks: startingWith(() => "- [ ] "),
  quote: startingWith(() => "> "),
  table,
  file: () => files.click(),
  help: () => help.showModal(),
};

export const shortcuts = [
  ["Mod-b", "bold"],
  ["Mod-i", "italic"],
  ["Mod-e", "code"],
  ["Mod-k", "link"],
  ["Mod-Shift-7", "numbers"],
  ["Mod-Shift-8", "list"],
  ["Mod-Shift-9", "tasks"],
  ["Mod-Shift-.", "quote"],
].map(([key, name]) => ({ key, run: commands[name], preventDefault: true }));

const LEAVES_THE_TEXT = ["rich", "table", "file", "help"];

export function show(view) {
  const buttons = [...bar.querySelectorAll("button")].filter((button) => button.dataset.command !== "file" || files);
  buttons.forEach((button, index) => {
    button.hidden = false;
    button.tabIndex = index ? -1 : 0;
  });
  bar.addEventListener("click", (event) => {
    const name = event.target.closest("button")?.dataset.command;
    if (name) run(view, name);
  });
  bar.addEventListener("keydown", (event) => move(event, buttons));
  bar.addEventListener("focusin", ({ target }) => buttons.forEach((button) => (button.tabIndex = button === target ? 0 : -1)));
  document.addEventListener("keydown", askForHelp);
  bar.hidden = false;
}

function run(view, name) {
  const rich = richEditor();
  if (rich && name === "link") {
    rich.link();
    return;
  }
  if (rich?.can(name)) rich.run(name);
  else commands[name](view);
  if (!LEAVES_THE_TEXT.includes(name)) (rich ?? view).focus();
}

function table(view) {
  const button = bar.querySelector("[data-command=table]");
  if (richEditor()?.isInTable()) askForAction(button, (action) => richEditor().changeTable(action));
  else askForNewTable(view, button);
}

function askForNewTable(view, button) {
  askForSize(button, (columns, rows) => {
    const heads = Array.from({ length: columns }, (_, index) => `${bar.dataset.column} ${index + 1}`);
    const rich = richEditor();
    if (rich) rich.table(heads, rows);
    else insertTable(view, heads, rows);
    (rich ?? view).focus();
  });
}

// In a field it is a question mark.
function askForHelp(event) {
  const typing = event.target.closest("input, textarea, select, dialog, [contenteditable]");
  if (event.key !== "?" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  commands.help();
}

function move(event, buttons) {
  const now = buttons.indexOf(document.activeElement);
  const last = buttons.length - 1;
  const to = { ArrowRight: now === last ? 0 : now + 1, ArrowLeft: now ? now - 1 : last, Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  buttons[to].focus();
}

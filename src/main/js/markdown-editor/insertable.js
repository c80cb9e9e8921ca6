// What can begin in an empty line, for the menu after /: what the toolbar's buttons do, and blocks that have none.

const BUTTONS = ["heading", "list", "numbers", "tasks", "quote", "table", "file"];

/** Their Markdown, before the cursor and after it. */
const BLOCKS = {
  code: ["```\n", "\n```"],
  diagram: ["```mermaid\n", "\n```"],
  note: ["> [!NOTE]\n> ", ""],
  warning: ["> [!WARNING]\n> ", ""],
};

const bar = document.querySelector(".toolbar");

/** Each has a label, and a button to press or a block to insert. */
export const insertable = () => [
  ...BUTTONS.map((name) => bar.querySelector(`[data-command=${name}]`))
    .filter((button) => !button.hidden)
    .map((button) => ({ label: button.title, button })),
  ...Object.entries(BLOCKS).map(([name, block]) => ({ label: bar.dataset[name], block })),
];

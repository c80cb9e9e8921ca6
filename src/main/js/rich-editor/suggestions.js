// Suggests, while somebody types: what can begin after / in an empty line, pages after [[ and people after @. The focus stays in
// the text, and the arrow keys choose in the list.

import { Plugin } from "prosemirror-state";
import { PERSON } from "../markdown-editor/suggestions.js";
import { put } from "./commands.js";
import { read } from "./blocks.js";
import { linked } from "./links.js";

const PAUSE_MS = 120;
const MENU = /^\/(\p{L}*)$/u;
const PAGE = /\[\[([^\[\]\n|]{1,200})$/;

const { search } = new URL(import.meta.url);

/** label: the list's name. menu: what can begin in an empty line. suggest: gives pages, and people after @. */
export function suggestions({ label, menu, suggest }) {
  const found = async (typed, signal) =>
    (await suggest(typed, signal)).map(({ words, place, href }) => ({ words, place, apply: linked(words, href) }));
  const sources = [
    { begun: MENU, options: async (typed) => menu.filter((item) => fits(item.label, typed)).map(menuOption) },
    { begun: PAGE, options: found },
    { begun: PERSON, options: found },
  ];
  let list;
  return new Plugin({
    view: (view) => (list = new List(view, label, sources)),
    props: { handleKeyDown: (view, event) => list.press(event) },
  });
}

const fits = (label, typed) => label.toLowerCase().includes(typed.toLowerCase());

const menuOption = ({ label, button, block }) => ({ words: label, apply: button ? () => button.click() : begin(label, block) });

/** A note needs a word, which is selected: without one it would be no note. */
function begin(label, [before, after]) {
  const words = after ? "" : label;
  return (view) => put(read(before + words + after).doc.firstChild, words.length)(view.state, view.dispatch);
}

class List {
  constructor(view, label, sources) {
    this.view = view;
    this.sources = sources;
    this.dom = Object.assign(document.createElement("div"), { className: "menu-items suggestions", id: "rich-suggestions", hidden: true });
    this.dom.role = "listbox";
    this.dom.ariaLabel = label;
    // The focus stays in the text, so that the list stays for the click.
    this.dom.addEventListener("mousedown", (event) => event.preventDefault());
    view.dom.addEventListener("blur", () => this.close());
    view.dom.addEventListener("scroll", () => this.close());
  }

  update({ state }, before) {
    if (before.doc.eq(state.doc) && before.selection.eq(state.selection)) return;
    this.close();
    if (before.doc.eq(state.doc)) return;
    const { $from, empty } = state.selection;
    if (!empty || $from.parent.type.name !== "paragraph") return;
    const written = $from.parent.textBetween(0, $from.parentOffset, "\n", "\n");
    for (const source of this.sources) {
      const [all, typed = all] = source.begun.exec(written) ?? [];
      if (!all) continue;
      this.timer = setTimeout(() => this.ask(source, typed, $from.pos - all.length, $from.pos), PAUSE_MS);
      return;
    }
  }

  async ask(source, typed, from, to) {
    this.asking = new AbortController();
    const { signal } = this.asking;
    const { option } = await import(new URL(`combobox.js${search}`, import.meta.url));
    const options = await source.options(typed, signal);
    if (signal.aborted || !options.length || !this.view.hasFocus()) return;
    const rows = options.map(({ words, place, apply }, index) => {
      const row = Object.assign(option("button", words, place), { type: "button", id: `${this.dom.id}-${index}` });
      row.addEventListener("click", () => this.take(apply, from, to));
      return row;
    });
    this.show(rows, from);
  }

  show(rows, position) {
    if (!this.dom.isConnected) this.view.dom.after(this.dom);
    this.dom.replaceChildren(...rows);
    this.dom.hidden = false;
    this.view.dom.setAttribute("aria-controls", this.dom.id);
    const { left, top, bottom } = this.view.coordsAtPos(position);
    const { offsetWidth: width, offsetHeight: height } = this.dom;
    const below = bottom + height < innerHeight;
    this.dom.style.left = `${Math.max(0, Math.min(left, innerWidth - width))}px`;
    this.dom.style.top = `${below ? bottom : Math.max(0, top - height)}px`;
    this.choose(0);
  }

  take(apply, from, to) {
    this.close();
    this.view.dispatch(this.view.state.tr.delete(from, to));
    this.view.focus();
    apply(this.view);
  }

  choose(index) {
    const rows = [...this.dom.children];
    this.chosen = rows[(index + rows.length) % rows.length];
    rows.forEach((row) => row.setAttribute("aria-selected", String(row === this.chosen)));
    this.chosen.scrollIntoView({ block: "nearest" });
    this.view.dom.setAttribute("aria-activedescendant", this.chosen.id);
  }

  /** Whether the key was for the list. */
  press({ key, isComposing, ctrlKey, metaKey, altKey, shiftKey }) {
    if (this.dom.hidden || isComposing || ctrlKey || metaKey || altKey || shiftKey) return false;
    const now = [...this.dom.children].indexOf(this.chosen);
    const keys = {
      ArrowDown: () => this.choose(now + 1),
      ArrowUp: () => this.choose(now - 1),
      Enter: () => this.chosen.click(),
      Escape: () => this.close(),
    };
    keys[key]?.();
    return key in keys;
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.dom.hidden = true;
    this.view.dom.removeAttribute("aria-controls");
    this.view.dom.removeAttribute("aria-activedescendant");
  }

  destroy() {
    this.close();
    this.dom.remove();
  }
}

// Parts of the text that are more than what they say: tasks with a box to tick, pictures, and blocks of Markdown.

/** texts: what people read. addressOf: where a picture is, by what the text calls it. */
export const nodeViews = ({ texts, addressOf }) => ({
  list_item: (node, view, position) => new Item(node, view, position, texts.done),
  image: (node) => new Picture(node, addressOf),
  markdown_block: () => markdownBlock(texts.markdown),
});

// The box comes after the text, so that no cursor gets between them. The style puts it before.
class Item {
  constructor(node, view, position, label) {
    this.dom = document.createElement("li");
    this.contentDOM = document.createElement("div");
    this.box = Object.assign(document.createElement("input"), { type: "checkbox", ariaLabel: label, contentEditable: "false" });
    this.dom.append(this.contentDOM);
    this.box.addEventListener("change", () => {
      view.dispatch(view.state.tr.setNodeMarkup(position(), null, { ticked: this.box.checked }));
    });
    this.update(node);
  }

  update({ type, attrs }) {
    if (type.name !== "list_item") return false;
    if (attrs.ticked === null) this.box.remove();
    else this.dom.append(this.box);
    this.box.checked = attrs.ticked === true;
    return true;
  }

  stopEvent = ({ target }) => target === this.box;

  ignoreMutation = (mutation) => !this.contentDOM.contains(mutation.target);
}

class Picture {
  constructor({ attrs }, addressOf) {
    this.dom = Object.assign(document.createElement("img"), { alt: attrs.alt ?? "", title: attrs.title ?? "" });
    addressOf(attrs.src).then((address) => address && (this.dom.src = address));
  }
}

function markdownBlock(caption) {
  const dom = Object.assign(document.createElement("div"), { className: "as-markdown" });
  const words = Object.assign(document.createElement("p"), { className: "hint", textContent: caption, contentEditable: "false" });
  const pre = document.createElement("pre");
  const contentDOM = document.createElement("code");
  pre.append(contentDOM);
  dom.append(words, pre);
  return { dom, contentDOM, ignoreMutation: (mutation) => !contentDOM.contains(mutation.target) };
}

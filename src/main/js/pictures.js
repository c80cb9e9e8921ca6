// Pictures of the text are shown large, in a dialog over the page. The browser closes it with Escape, and gives the focus back.

// In pixels. Smaller ones are signs in a line of text.
const SMALLEST = 200;

const label = (name) => document.querySelector(`meta[name="${name}"]`).content;

function prepare(image) {
  // Where a picture is a link, the link is meant. A missing one has no size.
  if (image.naturalWidth < SMALLEST || image.closest("a, button")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.ariaLabel = `${label("enlarge")} ${image.alt}`.trim();
  Object.assign(button.style, { display: "inline-block", maxWidth: "100%", padding: 0, border: 0, background: "none", cursor: "zoom-in" });
  button.addEventListener("click", () => show(image));
  image.replaceWith(button);
  button.append(image);
}

function show(image) {
  const dialog = document.createElement("dialog");
  dialog.ariaLabel = image.alt || label("enlarge");
  Object.assign(dialog.style, { margin: "auto", padding: "var(--space-3)", maxWidth: "98vw", maxHeight: "98vh", border: 0, borderRadius: "var(--radius)", background: "var(--paper)", color: "inherit" });
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button button-small";
  close.textContent = label("close");
  const large = new Image();
  large.alt = image.alt;
  large.src = image.currentSrc;
  Object.assign(large.style, { maxWidth: "100%", maxHeight: "88vh", marginTop: "var(--space-2)", cursor: "zoom-out" });
  dialog.append(close, large);
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

document.querySelectorAll(".prose img").forEach((image) => {
  if (image.complete) prepare(image);
  else image.addEventListener("load", () => prepare(image), { once: true });
});

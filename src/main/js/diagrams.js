// Diagrams. Mermaid writes styles and markup into its page, which the policy forbids. So it works in a frame that reaches
// nothing (DiagramFrameServlet), and what it draws is shown as a picture, in which nothing runs. The source stays below.

const { search } = new URL(import.meta.url);
const dark = matchMedia("(prefers-color-scheme: dark)");
const drawings = new Map();
const waiting = new Map();
let frame;

function opened() {
  frame ??= new Promise((resolve) => {
    const element = document.createElement("iframe");
    element.sandbox = "allow-scripts";
    element.src = `/assets/diagram-frame${search}`;
    // Out of sight, and as wide as a page: some diagrams take all of the width.
    Object.assign(element.style, { position: "absolute", left: "-200rem", width: "60rem", height: "40rem", visibility: "hidden" });
    element.tabIndex = -1;
    element.setAttribute("aria-hidden", "true");
    element.addEventListener("load", () => resolve(element.contentWindow), { once: true });
    document.body.append(element);
  });
  return frame;
}

addEventListener("message", async ({ source, data }) => {
  if (!frame || source !== (await frame)) return;
  waiting.get(data.id)?.(data);
  waiting.delete(data.id);
});

// The same text is drawn once, however often a preview shows it.
function draw(text) {
  const key = `${dark.matches} ${text}`;
  if (!drawings.has(key)) drawings.set(key, ask(text, drawings.size));
  return drawings.get(key);
}

async function ask(text, id) {
  const page = await opened();
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    // The frame has no origin that could be named.
    page.postMessage({ id, text, dark: dark.matches }, "*");
  });
}

async function show(diagram) {
  const source = diagram.querySelector("details");
  const { svg, title, problem } = await draw(source.querySelector("pre").textContent);
  diagram.querySelector(":scope > :not(details)")?.remove();
  source.before(svg ? picture(svg, title || diagram.title) : words(problem));
  source.open = !svg;
}

function picture(svg, text) {
  const image = new Image();
  image.alt = text;
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  return image;
}

function words(problem) {
  const p = document.createElement("pre");
  p.className = "field-error";
  p.textContent = problem;
  return p;
}

const showAll = () => document.querySelectorAll(".prose .diagram").forEach(show);

showAll();
document.addEventListener("commonplace:preview", showAll);
dark.addEventListener("change", showAll);

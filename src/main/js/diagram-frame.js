// In a frame without an origin (DiagramFrameServlet): draws what the page around it sends, one text at a time.

/* global mermaid */
addEventListener("message", async ({ data, source }) => {
  if (source !== parent) return;
  const { id, text, dark } = data;
  try {
    // Plain text instead of HTML, so that every browser shows it in a picture, too.
    mermaid.initialize({ startOnLoad: false, securityLevel: "strict", htmlLabels: false, flowchart: { htmlLabels: false }, theme: dark ? "dark" : "default" });
    const { svg } = await mermaid.render(`diagram-${id}`, text);
    source.postMessage({ id, ...picture(svg) }, "*");
  } catch (problem) {
    source.postMessage({ id, problem: String(problem.message ?? problem) }, "*");
  }
});

// A picture needs a size of its own: Mermaid asks for the width of the page.
function picture(markup) {
  const svg = new DOMParser().parseFromString(markup, "text/html").querySelector("svg");
  const [, , width, height] = (svg.getAttribute("viewBox") ?? "").split(/[\s,]+/);
  if (height) {
    svg.setAttribute("width", width);
    svg.setAttribute("height", height);
    svg.style.removeProperty("max-width");
  }
  return { svg: new XMLSerializer().serializeToString(svg), title: svg.querySelector(":scope > title")?.textContent };
}

// Formulas as MathML, which browsers lay out themselves: no style sheet and no fonts. What KaTeX doesn't understand stays as
// it was written, with the reason when one points at it.

import katex from "katex";

// Not in the site's style sheet, because most pages have no formulas.
const sheet = new CSSStyleSheet();
sheet.replaceSync(".math mtd { padding: .5ex .4em } .math menclose[notation~=box] { padding: .2em; border: 1px solid }");
document.adoptedStyleSheets.push(sheet);

function show(place) {
  const written = place.textContent.trim();
  const marks = written.startsWith("$$") ? 2 : 1;
  try {
    const markup = katex.renderToString(written.slice(marks, -marks), {
      output: "mathml",
      displayMode: marks === 2,
      strict: "ignore",
      trust: false,
      maxSize: 40,
    });
    place.replaceChildren(elements(markup));
    // Whoever has no mouse scrolls a formula that is too wide with the keyboard. How wide it gets is not known yet.
    if (place.matches("div")) place.tabIndex = 0;
  } catch (problem) {
    place.title = problem.message;
  }
}

// The policy forbids styles in markup, and allows those that a script sets. In KaTeX's markup, quotation marks in a text are
// references.
function elements(markup) {
  const template = document.createElement("template");
  template.innerHTML = markup.replaceAll(' style="', ' data-style="');
  const formula = template.content.querySelector("math");
  for (const styled of formula.querySelectorAll("[data-style]")) styled.style.cssText = styled.dataset.style;
  return formula;
}

const showAll = () => document.querySelectorAll(".prose .math:not(:has(math), [title])").forEach(show);

showAll();
document.addEventListener("commonplace:preview", showAll);

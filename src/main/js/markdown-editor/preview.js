// The preview scrolls with the text: from heading to heading, and evenly between two.

const preview = document.querySelector(".preview");
const FENCE = /^ {0,3}(```|~~~)/;
const HEADING = /^ {0,3}#{1,6}(\s|$)/;

export function follow(view) {
  if (!preview) return;
  const scroller = view.scrollDOM;
  const scroll = () => requestAnimationFrame(() => scrollTo(preview, marks(view), scroller.scrollTop));
  scroller.addEventListener("scroll", scroll, { passive: true });
  document.addEventListener("commonplace:preview", scroll);
}

/** Where a heading is in the text, and where in the preview, from the top to the end. */
function marks(view) {
  const top = preview.getBoundingClientRect().top - preview.scrollTop;
  const shown = [...preview.querySelectorAll(":is(h1, h2, h3, h4, h5, h6)")].map((element) => element.getBoundingClientRect().top - top);
  const written = headings(view.state.doc).map((position) => view.lineBlockAt(position).top);
  const pairs = shown.length === written.length ? written.map((above, index) => [above, shown[index]]) : [];
  return [[0, 0], ...pairs, [end(view.scrollDOM), end(preview)]];
}

const end = (box) => box.scrollHeight - box.clientHeight;

function headings(text) {
  const found = [];
  let fenced = false;
  let position = 0;
  for (const line of text.iterLines()) {
    if (FENCE.test(line)) fenced = !fenced;
    else if (!fenced && HEADING.test(line)) found.push(position);
    position += line.length + 1;
  }
  return found;
}

function scrollTo(box, marks, at) {
  const next = marks.findIndex(([written], index) => index && written >= at);
  const [from, to] = next < 0 ? marks.slice(-2) : [marks[next - 1], marks[next]];
  const part = to[0] > from[0] ? Math.min(1, (at - from[0]) / (to[0] - from[0])) : 0;
  box.scrollTop = from[1] + part * (to[1] - from[1]);
}

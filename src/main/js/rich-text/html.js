// HTML as an inert document: nothing in it runs or is loaded.

const STYLE_SHEET = /<(\/?)style\b/gi;
const TAG = /<[a-z][^<>]*>/gi;
const STYLES_AND_HANDLERS = /\s(style|on\w+)\s*=/gi;

// The policy forbids styles in markup also here, and the console would get an error for each of them. It allows those that a
// script sets.
export function parse(html) {
  const allowed = html.replace(STYLE_SHEET, "<$1template").replace(TAG, (tag) => tag.replace(STYLES_AND_HANDLERS, " data-$1="));
  const page = new DOMParser().parseFromString(allowed, "text/html");
  for (const element of page.querySelectorAll("[data-style]")) element.style.cssText = element.dataset.style;
  return page;
}

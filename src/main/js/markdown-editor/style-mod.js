// Stands for style-mod, which puts a style element into the page: the Content-Security-Policy forbids that, and allows a sheet
// that a script makes.

import { StyleModule as Original } from "style-mod/src/style-mod.js";

const mounted = new Set();
const sheet = new CSSStyleSheet();

export class StyleModule extends Original {
  static mount(root, modules) {
    [modules].flat().forEach((module) => mounted.add(module));
    sheet.replaceSync([...mounted].map((module) => module.getRules()).join("\n"));
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }
}

// The site's colours and letters. What the site's style sheet says has no force against CodeMirror's own rules, so it stands here.

import { EditorView } from "@codemirror/view";

const button = {
  backgroundImage: "none",
  backgroundColor: "var(--raised)",
  border: "1px solid var(--line-strong)",
  borderRadius: "var(--radius-s)",
  color: "var(--ink)",
};

export const theme = EditorView.theme({
  "&": {
    height: "100%",
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--radius)",
    overflow: "hidden",
  },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-1px" },
  ".cm-scroller": { font: "var(--text-s)/1.6 var(--font-code)", overflow: "auto" },
  ".cm-content": { padding: "var(--space-2) 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 var(--space-3)" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--mark)",
  },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--tint)", outline: "1px solid var(--line-strong)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent" },
  ".cm-searchMatch": { backgroundColor: "var(--tint)", outline: "1px solid var(--line-strong)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--mark)" },
  ".cm-panels": { backgroundColor: "var(--ground)", color: "var(--ink)" },
  ".cm-panels-bottom": { borderTop: "1px solid var(--line)" },
  ".cm-panel.cm-search": { padding: "var(--space-2) 2.5rem var(--space-2) var(--space-3)", font: "var(--text-s)/1.5 var(--font-ui)" },
  ".cm-panel.cm-search label": { fontSize: "inherit" },
  ".cm-panel.cm-search [name=close]": { fontSize: "var(--text-l)", width: "2rem", height: "2rem", color: "var(--ink)" },
  ".cm-textfield": { backgroundColor: "var(--raised)", border: "1px solid var(--line-strong)", color: "var(--ink)" },
  ".cm-button": { ...button, "&:active": { ...button, backgroundColor: "var(--ground)" } },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    border: "1px solid var(--line)",
    borderRadius: "var(--radius)",
    boxShadow: "0 4px 16px var(--shadow)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { font: "var(--text-s)/1.5 var(--font-ui)", maxWidth: "min(34rem, 90vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "var(--space-1) var(--space-3)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--tint)",
    color: "var(--ink)",
    outline: "2px solid var(--accent)",
    outlineOffset: "-2px",
  },
  ".cm-completionDetail": { color: "var(--ink-soft)", fontStyle: "normal" },
});

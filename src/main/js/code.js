// Comes after highlight.min.js, on pages that have code, and in the editor for its preview.
function highlight() {
  document.querySelectorAll('pre > code[class*="language-"]:not(.hljs)').forEach((block) => {
    const language = /language-([\w+#.-]+)/.exec(block.className)?.[1];
    if (language && window.hljs?.getLanguage(language)) window.hljs.highlightElement(block);
  });
}

highlight();
document.addEventListener("commonplace:preview", highlight);

// Stands for markdown-it, by which prosemirror-markdown reads Markdown. We only write it.

export default () => undefined;

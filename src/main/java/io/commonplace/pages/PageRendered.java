package io.commonplace.pages;

/**
 * The text of a page's revision was rendered, because it is new or its links lead elsewhere now. It is sent inside the
 * transaction that stores the document.
 *
 * @param isFirst whether it is the page's first text, and was not rendered before
 */
public record PageRendered(Page page, PageLinks links, boolean isFirst) {}

package io.commonplace.check;

/**
 * One text of a page, which nobody else writes.
 *
 * @param token names it; a page's first one is the page's own name
 * @param base the token of the text that it was made from; empty for the first
 * @param titled whether the page's title names the token too
 */
record Text(String token, String base, boolean titled) {}

package io.commonplace.check;

/**
 * A text of a page, unique in the check.
 *
 * @param token identifies the text; the first text's token is the page's name
 * @param base the token of the text that it was based on; empty for the first
 * @param titled whether the page's title contains the token
 */
record Text(String token, String base, boolean titled) {}

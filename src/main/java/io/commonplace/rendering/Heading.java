package io.commonplace.rendering;

/**
 * One line of a page's outline.
 *
 * @param level 1 to 6
 * @param id    the anchor, unique in its page
 * @param text  plain text, not escaped
 */
public record Heading(int level, String id, String text) {}

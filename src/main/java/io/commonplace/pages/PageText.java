package io.commonplace.pages;

/**
 * What somebody has written.
 *
 * @param comment what was changed and why, in a few words; may be empty
 */
public record PageText(String title, String markdown, String comment) {}

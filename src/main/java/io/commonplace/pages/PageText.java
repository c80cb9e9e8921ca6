package io.commonplace.pages;

/**
 * A page's title and text, as written by a person.
 *
 * @param comment a short description of the change; may be empty
 */
public record PageText(String title, String markdown, String comment) {}

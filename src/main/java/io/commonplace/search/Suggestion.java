package io.commonplace.search;

/**
 * A page whose title fits what was typed.
 *
 * @param space the space's name
 * @param path within the space
 */
public record Suggestion(String title, String space, String path, String href) {}

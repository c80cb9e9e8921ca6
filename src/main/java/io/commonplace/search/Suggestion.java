package io.commonplace.search;

/**
 * A page that a person may be looking for.
 *
 * @param space the space's name
 * @param path within the space
 */
public record Suggestion(String title, String space, String path, String href) {}

package io.commonplace.pages;

/**
 * A page that has moved.
 *
 * @param former a path that it had before
 * @param slug the key of its space
 * @param path where it is now
 */
public record MovedPage(String former, long id, String slug, String path) {}

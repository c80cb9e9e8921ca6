package io.commonplace.pages;

/**
 * Where a page is to stand in its space.
 *
 * @param parentPath the page above; empty for the top
 * @param name the last part of its address, as somebody typed it
 */
public record Place(String parentPath, String name) {}

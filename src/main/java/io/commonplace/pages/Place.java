package io.commonplace.pages;

/**
 * The target of a move within a space.
 *
 * @param parentPath the parent's path; empty for the top
 * @param name the last part of the address, as typed
 */
public record Place(String parentPath, String name) {}

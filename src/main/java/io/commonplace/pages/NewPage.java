package io.commonplace.pages;

import org.jspecify.annotations.Nullable;

/**
 * Where a page is to be.
 *
 * @param parentId null for one at the top of the tree
 * @param sourcePath the file that relative links in its text are relative to
 */
public record NewPage(long spaceId, @Nullable Long parentId, String path, String title, String sourcePath) {}

package io.commonplace.pages;

import org.jspecify.annotations.Nullable;

/**
 * The place of a new page.
 *
 * @param parentId null at the top of the tree
 * @param sourcePath the file that relative links in the text are resolved against
 */
public record NewPage(long spaceId, @Nullable Long parentId, String path, String title, String sourcePath) {}

package io.commonplace.transfer;

import org.jspecify.annotations.Nullable;

/**
 * One line of an import's plan.
 *
 * @param path the page's path, or the attachment's
 * @param targetId identifier of the page or attachment, existing or to come
 * @param parentId the page above, or the page that lists the attachment
 * @param text a page's Markdown
 */
record PlannedFile(
        ImportFile.Kind kind,
        String sourcePath,
        String path,
        String title,
        String hash,
        long size,
        long targetId,
        @Nullable Long parentId,
        @Nullable String text) {}

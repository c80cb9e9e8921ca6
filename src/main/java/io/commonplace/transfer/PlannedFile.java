package io.commonplace.transfer;

import org.jspecify.annotations.Nullable;

/**
 * One entry of an import's plan.
 *
 * @param path of the page or attachment
 * @param targetId the identifier of the existing or future page or attachment
 * @param parentId the parent page, or the page that lists the attachment
 * @param titleGiven whether the page has this title whatever its text says
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
        boolean titleGiven,
        @Nullable String text) {}

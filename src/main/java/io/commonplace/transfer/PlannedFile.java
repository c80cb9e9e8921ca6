package io.commonplace.transfer;

import org.jspecify.annotations.Nullable;

/**
 * One entry of an import's plan.
 *
 * @param path of the page or attachment
 * @param targetId the identifier of the existing or future page or attachment
 * @param parentId the parent page, or the page that lists the attachment
 * @param hash of a file's content or a page's text; empty for others
 * @param titleGiven whether the page has this title whatever its text says
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
        boolean titleGiven) {}

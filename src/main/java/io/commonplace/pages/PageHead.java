package io.commonplace.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page without its text, as readers need it.
 *
 * @param parentId null for a page without a parent
 */
public record PageHead(
        long id,
        long spaceId,
        @Nullable Long parentId,
        String path,
        String title,
        String sourcePath,
        long documentId,
        int revisionNumber,
        String changedByName,
        Instant changedAt) {}

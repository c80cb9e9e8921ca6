package io.commonplace.pages;

import java.time.Instant;

/** What readers need of a page besides its document. */
public record PageHead(
        long id,
        long spaceId,
        String path,
        String title,
        String sourcePath,
        long documentId,
        int revisionNumber,
        String changedByName,
        Instant changedAt) {}

package io.commonplace.pages;

import java.time.Instant;

/** A page without its text, as readers need it. */
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

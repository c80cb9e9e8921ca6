package io.commonplace.search;

import java.time.Instant;

/**
 * What the index needs of a page.
 *
 * @param version of the page's row
 * @param html the text that readers see
 */
public record PageContent(
        long id,
        int version,
        long spaceId,
        String path,
        String title,
        String changedByName,
        Instant changedAt,
        String html) {}

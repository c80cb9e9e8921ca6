package io.commonplace.search;

import java.time.Instant;
import java.util.List;

/**
 * What the index needs of a page.
 *
 * @param version of the page's row
 * @param html the text that readers see
 * @param files the names of the files beside it
 */
public record PageContent(
        long id,
        int version,
        long spaceId,
        String path,
        String title,
        String changedByName,
        Instant changedAt,
        String html,
        List<String> files) {
    public PageContent {
        files = List.copyOf(files);
    }

    /** Without files, as a query reads it. */
    public PageContent(
            long id,
            int version,
            long spaceId,
            String path,
            String title,
            String changedByName,
            Instant changedAt,
            String html) {
        this(id, version, spaceId, path, title, changedByName, changedAt, html, List.of());
    }

    PageContent withFiles(List<String> names) {
        return new PageContent(id, version, spaceId, path, title, changedByName, changedAt, html, names);
    }
}

package io.commonplace.search;

import java.time.Instant;

/** Pages for an index whose content doesn't matter. */
final class IndexedPages {
    private IndexedPages() {}

    static PageContent page(long id) {
        return new PageContent(
                id, 1, 1, "page-" + id, "Page " + id, 1, "Ada", Instant.EPOCH, "<p>" + "text ".repeat(50) + "</p>", "");
    }
}

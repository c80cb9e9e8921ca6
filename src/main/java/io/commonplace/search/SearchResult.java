package io.commonplace.search;

import io.commonplace.pages.SpaceHead;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page that was found, as it is shown.
 *
 * @param file that has the words; null if the page itself has them
 * @param changedByName for a page in the trash, who deleted it
 * @param changedAt for a page in the trash, when it was deleted
 * @param deletion the entry of the trash; null for a page that isn't there
 */
public record SearchResult(
        long pageId,
        String title,
        SpaceHead space,
        String path,
        Snippet snippet,
        Hit.@Nullable Section section,
        Hit.@Nullable File file,
        String changedByName,
        Instant changedAt,
        @Nullable Long deletion) {
    static SearchResult of(Hit hit, SpaceHead space, @Nullable Long deletion) {
        IndexedPage page = hit.page();
        return new SearchResult(
                page.id(),
                page.title(),
                space,
                page.path(),
                hit.snippet(),
                deletion == null ? hit.section() : null,
                deletion == null ? hit.file() : null,
                page.changedByName(),
                page.changedAt(),
                deletion);
    }

    public boolean isDeleted() {
        return deletion != null;
    }

    /** Of a page in the trash, the address where it can be restored. */
    public String href() {
        return deletion == null ? space.href(path) : "/trash/restore?space=" + space.slug() + "&deletion=" + deletion;
    }

    /** The address of the section where the words were found, or else of the page. */
    public String sectionHref() {
        return section == null ? href() : href() + "#" + section.anchor();
    }
}

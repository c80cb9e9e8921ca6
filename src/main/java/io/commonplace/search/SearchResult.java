package io.commonplace.search;

import io.commonplace.pages.SpaceHead;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A page that was found, as it is shown. */
public record SearchResult(
        long pageId,
        String title,
        SpaceHead space,
        String path,
        Snippet snippet,
        Hit.@Nullable Section section,
        String changedByName,
        Instant changedAt) {
    public String href() {
        return space.href(path);
    }

    /** The address of the section where the words were found, or else of the page. */
    public String sectionHref() {
        return section == null ? href() : href() + "#" + section.anchor();
    }
}

package io.commonplace.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pages that an index has for a query.
 *
 * @param next for the page of results after this one; null for the last one
 * @param bySpan the number of pages for each of {@link Wanted#spans}
 * @param corrected what the person probably wanted to type; empty if the words are fine
 */
public record FoundPages(
        List<Hit> hits,
        long total,
        @Nullable Cursor next,
        List<FacetCount> bySpace,
        List<FacetCount> byAuthor,
        List<Integer> bySpan,
        String corrected) {
    public FoundPages {
        hits = List.copyOf(hits);
        bySpace = List.copyOf(bySpace);
        byAuthor = List.copyOf(byAuthor);
        bySpan = List.copyOf(bySpan);
    }
}

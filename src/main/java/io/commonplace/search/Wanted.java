package io.commonplace.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the pages that fit a query are wanted.
 *
 * @param within the days of the last change; null for changes of any time
 * @param spans days for each of which the pages are counted, whatever {@code within} is
 * @param after the last page of the results before; null for the first ones
 * @param size the highest number of pages
 */
public record Wanted(
        SearchQuery.@Nullable Dates within,
        List<SearchQuery.Dates> spans,
        ResultOrder order,
        @Nullable Cursor after,
        int size) {
    public Wanted {
        spans = List.copyOf(spans);
    }

    /** Pages of any time, and no numbers for spans of days. */
    Wanted(ResultOrder order, @Nullable Cursor after, int size) {
        this(null, List.of(), order, after, size);
    }
}

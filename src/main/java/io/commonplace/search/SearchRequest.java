package io.commonplace.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for.
 *
 * @param size the highest number of results, from 1 to {@value #MAX_SIZE}
 * @param within null for changes of any time
 */
public record SearchRequest(
        SearchQuery query,
        ResultOrder order,
        @Nullable Cursor after,
        int size,
        ResultKind kind,
        @Nullable ChangedWithin within) {
    public static final int MAX_SIZE = 100;

    public SearchRequest {
        size = Math.max(1, Math.min(size, MAX_SIZE));
    }

    /**
     * For pages that were changed at any time.
     *
     * @param text as typed; every text is a query
     * @param after {@link SearchResults#next} of the results before; empty for the first ones
     */
    public static SearchRequest of(String text, ResultOrder order, String after, int size) {
        return new SearchRequest(
                QueryText.parse(text), order, Cursor.parse(after).orElse(null), size, ResultKind.PAGES, null);
    }

    public SearchRequest with(SearchQuery.Clause clause) {
        return new SearchRequest(query.with(clause), order, after, size, kind, within);
    }

    public SearchRequest of(ResultKind other) {
        return new SearchRequest(query, order, after, size, other, within);
    }

    public SearchRequest changedWithin(@Nullable ChangedWithin other) {
        return new SearchRequest(query, order, after, size, kind, other);
    }

    /** Whether nothing was typed or chosen. */
    public boolean isEmpty() {
        return query.isEmpty() && within == null;
    }

    /** The days in which the last change must be. */
    SearchQuery.Dates span(LocalDate today) {
        return within == null ? SearchQuery.Dates.ALL : within.until(today);
    }
}

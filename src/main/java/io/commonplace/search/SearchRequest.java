package io.commonplace.search;

import org.jspecify.annotations.Nullable;

/**
 * What a person asks for.
 *
 * @param size the highest number of results, from 1 to {@value #MAX_SIZE}
 */
public record SearchRequest(
        SearchQuery query, ResultOrder order, @Nullable Cursor after, int size) {
    public static final int MAX_SIZE = 100;

    public SearchRequest {
        size = Math.max(1, Math.min(size, MAX_SIZE));
    }

    /**
     * @param text as typed; every text is a query
     * @param after {@link SearchResults#next} of the results before; empty for the first ones
     */
    public static SearchRequest of(String text, ResultOrder order, String after, int size) {
        return new SearchRequest(
                QueryText.parse(text), order, Cursor.parse(after).orElse(null), size);
    }

    /** Whether nothing was typed. */
    public boolean isEmpty() {
        return query.isEmpty();
    }
}

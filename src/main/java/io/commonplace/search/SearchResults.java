package io.commonplace.search;

import java.util.List;

/**
 * A page of results.
 *
 * @param total the number of all results
 * @param next the cursor for the results after these; empty if there are none
 * @param didYouMean what the person probably wanted to type; empty if the words are fine
 * @param current whether all changes up to now have been searched; otherwise pages may be missing
 */
public record SearchResults(
        List<SearchResult> results,
        long total,
        String next,
        List<SpaceCount> bySpace,
        List<FacetCount> byAuthor,
        List<TimeCount> byTime,
        String didYouMean,
        boolean current) {
    public SearchResults {
        results = List.copyOf(results);
        bySpace = List.copyOf(bySpace);
        byAuthor = List.copyOf(byAuthor);
        byTime = List.copyOf(byTime);
    }
}

package io.commonplace.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/** What one look at all pages that fit a query gives: the best of them, and how many there are of each kind. */
final class Matches {
    private static final int MAX_FACETS = 20;

    private final TopFieldCollector best;
    private final ValueCounts spaces;
    private final ValueCounts authors;
    private final SpanCounts spans;

    Matches(TopFieldCollector best, ValueCounts spaces, ValueCounts authors, SpanCounts spans) {
        this.best = best;
        this.spaces = spaces;
        this.authors = authors;
        this.spans = spans;
    }

    /** @param within the days of the last change; null for any time. The pages of each span are counted whatever it is. */
    Collector collector(SearchQuery.@Nullable Dates within) {
        Collector wanted = MultiCollector.wrap(best, spaces, authors);
        return MultiCollector.wrap(
                spans, within == null ? wanted : ChangedSeconds.of(within).only(wanted));
    }

    TopFieldDocs top() {
        return best.topDocs();
    }

    long total() {
        return best.getTotalHits();
    }

    List<FacetCount> bySpace() throws IOException {
        return spaces.most(MAX_FACETS);
    }

    List<FacetCount> byAuthor() throws IOException {
        return authors.most(MAX_FACETS);
    }

    SpanCounts bySpan() {
        return spans;
    }
}

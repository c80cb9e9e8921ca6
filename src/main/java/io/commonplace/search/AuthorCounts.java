package io.commonplace.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/**
 * Counts the pages of each author among those that a query finds. Facets would number all authors of the index first, for each
 * search anew.
 */
final class AuthorCounts extends SimpleCollector {
    private final Map<String, Integer> pages = new HashMap<>();
    private final Map<Integer, Integer> inSegment = new HashMap<>();
    private SortedDocValues authors = DocValues.emptySorted();

    Map<String, Integer> pages() {
        return pages;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        authors = DocValues.getSorted(context.reader(), Fields.AUTHOR);
    }

    @Override
    public void collect(int doc) throws IOException {
        if (authors.advanceExact(doc)) {
            inSegment.merge(authors.ordValue(), 1, Integer::sum);
        }
    }

    @Override
    public void finish() throws IOException {
        for (Map.Entry<Integer, Integer> author : inSegment.entrySet()) {
            pages.merge(authors.lookupOrd(author.getKey()).utf8ToString(), author.getValue(), Integer::sum);
        }
        inSegment.clear();
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}

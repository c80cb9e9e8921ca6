package io.commonplace.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts the pages whose last change is in each of some spans of days, among those that a query finds. */
final class SpanCounts extends SimpleCollector {
    private final List<ChangedSeconds> spans;
    private final int[] pages;
    private SortedNumericDocValues changed = DocValues.emptySortedNumeric();

    SpanCounts(List<SearchQuery.Dates> spans) {
        this.spans = spans.stream().map(ChangedSeconds::of).toList();
        this.pages = new int[spans.size()];
    }

    /** In the order of the spans. */
    List<Integer> pages() {
        return Arrays.stream(pages).boxed().toList();
    }

    boolean isAny() {
        return Arrays.stream(pages).anyMatch(count -> count > 0);
    }

    @Override
    protected void doSetNextReader(LeafReaderContext segment) throws IOException {
        changed = DocValues.getSortedNumeric(segment.reader(), Fields.CHANGED);
    }

    @Override
    public void collect(int doc) throws IOException {
        if (changed.advanceExact(doc)) {
            long second = changed.nextValue();
            for (int i = 0; i < pages.length; i++) {
                pages[i] += spans.get(i).contains(second) ? 1 : 0;
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}

package io.commonplace.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.LongValues;

/** Counts the pages that have each value of a field, among those that a query finds. */
final class ValueCounts extends SimpleCollector {
    private final FieldValues values;
    private final int[] pages;
    private SortedDocValues inSegment = DocValues.emptySorted();
    private LongValues numbers = LongValues.IDENTITY;

    ValueCounts(FieldValues values) {
        this.values = values;
        this.pages = new int[values.count()];
    }

    /** The values of the most pages; those of as many pages in their order. */
    List<FacetCount> most(int limit) throws IOException {
        List<FacetCount> most = new ArrayList<>();
        List<Integer> found = IntStream.range(0, pages.length)
                .filter(value -> pages[value] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(value -> -pages[value]))
                .limit(limit)
                .toList();
        for (int value : found) {
            most.add(new FacetCount(values.value(value), pages[value]));
        }
        return most;
    }

    /** The number of different values. */
    int different() {
        return (int) Arrays.stream(pages).filter(count -> count > 0).count();
    }

    @Override
    protected void doSetNextReader(LeafReaderContext segment) throws IOException {
        inSegment = values.in(segment);
        numbers = values.numbers(segment);
    }

    @Override
    public void collect(int doc) throws IOException {
        if (inSegment.advanceExact(doc)) {
            pages[(int) numbers.get(inSegment.ordValue())]++;
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}

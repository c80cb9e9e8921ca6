package io.commonplace.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;

/**
 * The different values of a field. Each segment of the index numbers its own in their order; here, all have one numbering.
 */
final class FieldValues {
    private final List<LeafReaderContext> segments;
    private final String field;
    private final OrdinalMap numbers;

    private FieldValues(List<LeafReaderContext> segments, String field, OrdinalMap numbers) {
        this.segments = segments;
        this.field = field;
        this.numbers = numbers;
    }

    static FieldValues of(IndexReader index, String field) throws IOException {
        List<LeafReaderContext> segments = index.leaves();
        SortedDocValues[] values = new SortedDocValues[segments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = DocValues.getSorted(segments.get(i).reader(), field);
        }
        return new FieldValues(segments, field, OrdinalMap.build(null, values, PackedInts.DEFAULT));
    }

    int count() {
        return Math.toIntExact(numbers.getValueCount());
    }

    /** The values of a segment's pages, by its own numbers. */
    SortedDocValues in(LeafReaderContext segment) throws IOException {
        return DocValues.getSorted(segment.reader(), field);
    }

    /** The common numbers for those of a segment. */
    LongValues numbers(LeafReaderContext segment) {
        return numbers.getGlobalOrds(segment.ord);
    }

    String value(int number) throws IOException {
        LeafReaderContext segment = segments.get(numbers.getFirstSegmentNumber(number));
        return in(segment).lookupOrd((int) numbers.getFirstSegmentOrd(number)).utf8ToString();
    }
}

package io.commonplace.search;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;

/** Days as {@link Fields#CHANGED} has them. Both seconds are included. */
record ChangedSeconds(long first, long last) {
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private static final long A_DAY = Duration.ofDays(1).toSeconds();

    static ChangedSeconds of(SearchQuery.Dates dates) {
        return new ChangedSeconds(startOf(dates.first()), startOf(dates.last()) + A_DAY - 1);
    }

    private static long startOf(LocalDate day) {
        LocalDate bounded = day.isBefore(EARLIEST) ? EARLIEST : day.isAfter(LATEST) ? LATEST : day;
        return bounded.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    boolean contains(long second) {
        return first <= second && second <= last;
    }

    Query query() {
        return LongField.newRangeQuery(Fields.CHANGED, first, last);
    }

    /** Passes on only the pages whose last change is in this time. */
    Collector only(Collector collector) {
        return new FilterCollector(collector) {
            @Override
            public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
                SortedNumericDocValues changed = DocValues.getSortedNumeric(segment.reader(), Fields.CHANGED);
                return new FilterLeafCollector(super.getLeafCollector(segment)) {
                    @Override
                    public void collect(int doc) throws IOException {
                        if (changed.advanceExact(doc) && contains(changed.nextValue())) {
                            super.collect(doc);
                        }
                    }
                };
            }
        };
    }
}

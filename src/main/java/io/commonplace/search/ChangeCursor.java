package io.commonplace.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where a reader of the change log is. Numbers are given when rows are inserted, and rows are seen when their transactions
 * commit, so a lower number may come later. Missing numbers are looked for again, until their transactions can't be open any
 * more. What is read twice does no harm.
 */
final class ChangeCursor {
    /** Longer than any transaction. */
    static final Duration MAX_TRANSACTION = Duration.ofSeconds(60);

    /** With more gaps, everything is read again from the first one on. */
    private static final int MAX_GAPS = 100;

    private long last;

    /** By their first number. */
    private final TreeMap<Long, Gap> gaps = new TreeMap<>();

    /** @param sequence all changes up to this number are known */
    ChangeCursor(long sequence) {
        this.last = sequence;
    }

    /** The numbers to look for, both ends included. */
    List<Range> wanted() {
        if (gaps.size() > MAX_GAPS) {
            return List.of(new Range(gaps.firstKey(), Long.MAX_VALUE));
        }
        return Stream.concat(gaps.values().stream().map(Gap::range), Stream.of(new Range(last + 1, Long.MAX_VALUE)))
                .toList();
    }

    /** The highest number that was read. */
    long last() {
        return last;
    }

    /** All changes up to this number are known. */
    long settled() {
        return gaps.isEmpty() ? last : gaps.firstKey() - 1;
    }

    /**
     * @param sequences that were read, in any order
     * @param now in the time of {@link System#nanoTime}
     */
    void saw(Collection<Long> sequences, long now) {
        for (long number : sequences.stream().sorted().toList()) {
            if (number > last) {
                if (number > last + 1) {
                    gaps.put(last + 1, new Gap(new Range(last + 1, number - 1), now));
                }
                last = number;
            } else {
                fill(number);
            }
        }
        // A number whose transaction must be over was rolled back, and never comes.
        gaps.values().removeIf(gap -> now - gap.since > MAX_TRANSACTION.toNanos());
    }

    private void fill(long number) {
        Map.Entry<Long, Gap> found = gaps.floorEntry(number);
        if (found == null || number > found.getValue().range.last) {
            return;
        }
        Gap gap = found.getValue();
        gaps.remove(found.getKey());
        List<Range> rest = new ArrayList<>();
        rest.add(new Range(gap.range.first, number - 1));
        rest.add(new Range(number + 1, gap.range.last));
        rest.stream()
                .filter(range -> range.first <= range.last)
                .forEach(range -> gaps.put(range.first, new Gap(range, gap.since)));
    }

    /** Numbers of the log, both ends included. */
    record Range(long first, long last) {}

    private record Gap(Range range, long since) {}
}

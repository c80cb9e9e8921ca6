package io.commonplace.platform;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long something took, counted in ranges. Counts of several clones may be added up and still tell how long the
 * slowest hundredth took, which averages and percentiles of each clone can't. Counting costs a few additions and waits
 * for nobody.
 */
public final class DurationHistogram {
    /** The upper ends of the ranges in milliseconds; the last range has none. */
    public static final List<Integer> LIMITS =
            List.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000);

    private static final long NANOS_IN_A_MILLI = 1_000_000;

    private final LongAdder[] counts = new LongAdder[LIMITS.size() + 1];
    private final LongAdder nanos = new LongAdder();

    public DurationHistogram() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    /** @param taken in nanoseconds */
    public void add(long taken) {
        int range = 0;
        while (range < LIMITS.size() && taken > LIMITS.get(range) * NANOS_IN_A_MILLI) {
            range++;
        }
        counts[range].increment();
        nanos.add(taken);
    }

    /** How many took no longer than {@code LIMITS.get(limit)}. */
    public long within(int limit) {
        long sum = 0;
        for (int i = 0; i <= limit; i++) {
            sum += counts[i].sum();
        }
        return sum;
    }

    public long count() {
        return within(LIMITS.size());
    }

    /** All together. */
    public double seconds() {
        return nanos.sum() / 1e9;
    }
}

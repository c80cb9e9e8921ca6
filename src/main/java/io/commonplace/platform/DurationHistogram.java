package io.commonplace.platform;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * A histogram of durations. The counts of several clones can be added up and still give percentiles; averages and
 * percentiles of single clones can't. Adding a duration never blocks.
 */
public final class DurationHistogram {
    /** The upper limits of the ranges, in milliseconds, inclusive. One more range has no upper limit. */
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

    /**
     * The number of durations up to a limit.
     *
     * @param limit an index of {@link #LIMITS}
     */
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

    /** The sum of all durations. */
    public double seconds() {
        return nanos.sum() / 1e9;
    }

    /**
     * The duration that a share of all durations doesn't exceed, as Prometheus estimates it: evenly spread in each range.
     *
     * @param share from 0 to 1
     * @return milliseconds; 0 if there are no durations, and the last limit if it is above that
     */
    static double percentile(Collection<DurationHistogram> all, double share) {
        double wanted = share * all.stream().mapToLong(DurationHistogram::count).sum();
        double below = 0;
        for (int i = 0; i < LIMITS.size() && wanted > 0; i++) {
            int limit = i;
            double within = all.stream().mapToLong(each -> each.within(limit)).sum();
            if (within >= wanted) {
                int from = i == 0 ? 0 : LIMITS.get(i - 1);
                return from + (LIMITS.get(i) - from) * (wanted - below) / (within - below);
            }
            below = within;
        }
        return wanted == 0 ? 0 : LIMITS.get(LIMITS.size() - 1);
    }
}

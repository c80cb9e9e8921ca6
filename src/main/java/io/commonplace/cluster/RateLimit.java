package io.commonplace.cluster;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import java.time.Duration;
import java.util.List;

/**
 * How often something may happen. All paces apply, so that repeated attempts become slower: for example a small burst with a
 * short pause, and a larger one with a long pause.
 *
 * @param name what is limited; limits of the same name share their counts
 */
public record RateLimit(String name, List<Pace> paces) {
    public RateLimit {
        paces = List.copyOf(paces);
    }

    public static RateLimit of(String name, Pace... paces) {
        return new RateLimit(name, List.of(paces));
    }

    BucketConfiguration buckets() {
        ConfigurationBuilder builder = BucketConfiguration.builder();
        for (Pace pace : paces) {
            builder.addLimit(limit -> limit.capacity(pace.atOnce()).refillGreedy(1, pace.oneEach()));
        }
        return builder.build();
    }

    /**
     * @param atOnce the size of a burst
     * @param oneEach the time after which one more is allowed
     */
    public record Pace(int atOnce, Duration oneEach) {}
}

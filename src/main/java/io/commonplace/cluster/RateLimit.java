package io.commonplace.cluster;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import java.time.Duration;
import java.util.List;

/**
 * How often something may happen. Of several paces the slowest that applies counts, so that what goes on and on gets
 * slower: a small burst with a short pause, and a larger one with a long pause.
 *
 * @param name what is limited; limits of the same name share what they have counted
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

    /** @param atOnce how many may come at once @param oneEach how long it takes until one more may come */
    public record Pace(int atOnce, Duration oneEach) {}
}

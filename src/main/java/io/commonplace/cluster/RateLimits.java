package io.commonplace.cluster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.LocalBucketBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Counts over all clones how often something happens. If the grid doesn't answer, each clone counts for itself: each of them
 * allows the full rate then, but nobody is locked out.
 */
@ApplicationScoped
public class RateLimits {
    private static final Logger LOG = Logger.getLogger(RateLimits.class.getName());

    @Inject
    private GridMaps grid;

    private final Cache<String, Bucket> local = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(15))
            .build();

    static RateLimits of(GridMaps grid) {
        RateLimits limits = new RateLimits();
        limits.grid = grid;
        return limits;
    }

    /** The time until one more is allowed; zero if it is allowed now. @param whose the person or address that is limited */
    public Duration untilNext(RateLimit limit, String whose) {
        return call(
                limit,
                whose,
                bucket -> Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
    }

    /** Counts one event. @return whether it was within the limit */
    public boolean take(RateLimit limit, String whose) {
        return call(limit, whose, bucket -> bucket.tryConsume(1));
    }

    /** Resets the count. */
    public void reset(RateLimit limit, String whose) {
        call(limit, whose, bucket -> {
            bucket.reset();
            return true;
        });
    }

    private <T> T call(RateLimit limit, String whose, Function<Bucket, T> operation) {
        String key = limit.name() + ' ' + hash(whose);
        try {
            return operation.apply(new GridBuckets(grid).builder().build(key, limit::buckets));
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "The grid didn't answer for the limit " + limit.name(), e);
            return operation.apply(local.get(key, missing -> localBucket(limit)));
        }
    }

    private static Bucket localBucket(RateLimit limit) {
        LocalBucketBuilder builder = Bucket.builder();
        for (Bandwidth each : limit.buckets().getBandwidths()) {
            builder.addLimit(each);
        }
        return builder.build();
    }

    /** Hashes names and addresses: clients choose them, at any length, and the grid need not know them. */
    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

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
 * Counts over all clones how often something happens. When the grid doesn't answer, each clone counts for itself: then as
 * many times more may happen as there are clones, but nobody is kept out.
 */
@ApplicationScoped
public class RateLimits {
    private static final Logger LOG = Logger.getLogger(RateLimits.class.getName());

    @Inject
    GridMaps grid;

    private final Cache<String, Bucket> own = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(15))
            .build();

    /** How long it takes until one more may come; zero if it may come now. */
    public Duration untilNext(RateLimit limit, String whose) {
        return ask(
                limit,
                whose,
                bucket -> Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
    }

    /** Counts one more. @return whether it was within the limit */
    public boolean take(RateLimit limit, String whose) {
        return ask(limit, whose, bucket -> bucket.tryConsume(1));
    }

    /** Forgets what was counted. */
    public void reset(RateLimit limit, String whose) {
        ask(limit, whose, bucket -> {
            bucket.reset();
            return true;
        });
    }

    private <T> T ask(RateLimit limit, String whose, Function<Bucket, T> question) {
        String key = limit.name() + ' ' + hash(whose);
        try {
            return question.apply(new GridBuckets(grid).builder().build(key, limit::buckets));
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "The grid didn't answer for the limit " + limit.name(), e);
            return question.apply(own.get(key, missing -> ownBucket(limit)));
        }
    }

    private static Bucket ownBucket(RateLimit limit) {
        LocalBucketBuilder builder = Bucket.builder();
        for (Bandwidth each : limit.buckets().getBandwidths()) {
            builder.addLimit(each);
        }
        return builder.build();
    }

    /** Names and addresses are a stranger's words, of any length, and the grid needs to know neither. */
    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

package io.commonplace.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** One region in this clone's memory, bounded by weight. Many readers of a missing key cause one load. */
final class LocalCache<V> {
    private final AsyncCache<String, V> entries;
    private final LongAdder passed = new LongAdder();

    LocalCache(int weight, Duration lifetime) {
        entries = Caffeine.newBuilder()
                .maximumWeight(weight)
                .weigher((String key, V value) -> Weighted.of(value))
                .expireAfterWrite(lifetime)
                .recordStats()
                .buildAsync();
    }

    /**
     * An invalidation during the load takes the loading entry itself out: those who wait for it get a value that was
     * current when they asked, and the next reader loads anew.
     */
    V get(String key, Supplier<V> loader) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> found = entries.get(key, (missing, executor) -> mine);
        if (found == mine) {
            try {
                mine.complete(loader.get());
            } catch (Throwable e) {
                // It takes the entry out as well.
                mine.completeExceptionally(e);
            }
        }
        return join(found);
    }

    void forget(String key) {
        entries.synchronous().invalidate(key);
    }

    void clear() {
        entries.synchronous().invalidateAll();
    }

    /** Somebody could not use it, and has asked elsewhere. */
    void passedBy() {
        passed.increment();
    }

    CacheMetrics figures(String name) {
        var held = entries.synchronous();
        var stats = held.stats();
        return new CacheMetrics(
                name,
                held.estimatedSize(),
                stats.hitCount(),
                stats.missCount(),
                passed.sum(),
                stats.loadCount(),
                Duration.ofNanos(stats.totalLoadTime()));
    }

    private static <V> V join(CompletableFuture<V> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}

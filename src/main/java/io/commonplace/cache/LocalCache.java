package io.commonplace.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** One region in this clone's memory, limited by weight. Concurrent readers of a missing key share one load. */
final class LocalCache<V> {
    private final AsyncCache<String, V> entries;
    private final LongAdder bypassed = new LongAdder();

    LocalCache(int weight, Duration lifetime) {
        entries = Caffeine.newBuilder()
                .maximumWeight(weight)
                .weigher((String key, V value) -> Weighted.of(value))
                .expireAfterWrite(lifetime)
                .recordStats()
                .buildAsync();
    }

    /**
     * An invalidation during a load removes the loading entry. Readers that wait for it get a value that was current at their
     * call, and the next reader loads the value again.
     */
    V get(String key, Supplier<V> loader) {
        CompletableFuture<V> own = new CompletableFuture<>();
        CompletableFuture<V> found = entries.get(key, (missing, executor) -> own);
        if (found == own) {
            try {
                own.complete(loader.get());
            } catch (Throwable e) {
                // This removes the entry as well.
                own.completeExceptionally(e);
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

    /** Counts a look-up that could not use the cache. */
    void bypass() {
        bypassed.increment();
    }

    CacheMetrics metrics(String name) {
        var cache = entries.synchronous();
        var stats = cache.stats();
        return new CacheMetrics(
                name,
                cache.estimatedSize(),
                stats.hitCount(),
                stats.missCount(),
                bypassed.sum(),
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

package io.commonplace.cluster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** One region in this clone's memory. Many readers of a missing key cause one load. */
final class LocalCache<V> {
    private final Cache<String, CompletableFuture<V>> entries;

    LocalCache(int size, Duration lifetime) {
        entries = Caffeine.newBuilder()
                .maximumSize(size)
                .expireAfterWrite(lifetime)
                .recordStats()
                .build();
    }

    /**
     * An invalidation during the load takes the loading entry itself out: those who wait for it get a value that was
     * current when they asked, and the next reader loads anew.
     */
    V get(String key, Supplier<V> loader) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> found = entries.get(key, missing -> mine);
        if (found == mine) {
            try {
                mine.complete(loader.get());
            } catch (Throwable e) {
                entries.asMap().remove(key, mine);
                mine.completeExceptionally(e);
            }
        }
        return join(found);
    }

    void forget(String key) {
        entries.invalidate(key);
    }

    void clear() {
        entries.invalidateAll();
    }

    CacheFigures figures(String name) {
        var stats = entries.stats();
        return new CacheFigures(name, entries.estimatedSize(), stats.hitCount(), stats.missCount());
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

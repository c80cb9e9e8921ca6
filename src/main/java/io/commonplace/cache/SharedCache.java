package io.commonplace.cache;

import com.hazelcast.cache.ICache;
import com.hazelcast.config.CacheConfig;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.MaxSizePolicy;
import io.commonplace.platform.BestEffort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.jspecify.annotations.Nullable;

/** The part of the immutable regions that all clones share: JCache on the grid. Without the grid, each clone loads values itself. */
@ApplicationScoped
class SharedCache {
    private static final Logger LOG = Logger.getLogger(SharedCache.class.getName());
    private static final int TIMEOUT_MILLIS = 200;

    /** The grid limits entries, not bytes. Larger values are not shared; each clone loads them itself. */
    private static final int MAX_WEIGHT = 4;

    private final ConcurrentHashMap<CacheRegion, ICache<String, Object>> caches = new ConcurrentHashMap<>();

    private final Map<CacheRegion, Counts> counts = new EnumMap<>(CacheRegion.class);

    @Inject
    private CacheManager manager;

    SharedCache() {
        for (CacheRegion region : CacheRegion.values()) {
            if (region.isImmutable()) {
                counts.put(region, new Counts());
            }
        }
    }

    /** Opens the caches at the start. Opening calls all members; a reader would wait for a frozen one. */
    void open(@Observes @Initialized(ApplicationScoped.class) Object event) {
        counts.keySet().forEach(region -> BestEffort.run("opening the cache " + region, () -> cache(region)));
    }

    @SuppressWarnings("unchecked") // a region has one type of value, its one user's
    <V> V get(CacheRegion region, String key, Supplier<V> loader) {
        V shared = (V) find(region, key);
        if (shared != null) {
            return shared;
        }
        V loaded = loader.get();
        if (Weighted.of(loaded) <= MAX_WEIGHT) {
            share(region, key, loaded);
        }
        return loaded;
    }

    List<SharedCacheMetrics> metrics() {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue().metrics(entry.getKey().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private @Nullable Object find(CacheRegion region, String key) {
        Counts count = Objects.requireNonNull(counts.get(region));
        try {
            Object found = cache(region).getAsync(key).toCompletableFuture().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            (found == null ? count.missed : count.found).increment();
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            count.failed.increment();
            LOG.log(Level.FINE, "The grid didn't answer for " + region, e);
            return null;
        }
    }

    private void share(CacheRegion region, String key, Object value) {
        try {
            cache(region).putAsync(key, value).whenComplete((nothing, failure) -> {
                if (failure != null) {
                    notShared(region, failure);
                }
            });
        } catch (RuntimeException e) {
            notShared(region, e);
        }
    }

    /** Only costs another clone a load of its own. */
    private void notShared(CacheRegion region, Throwable failure) {
        Objects.requireNonNull(counts.get(region)).failed.increment();
        LOG.log(Level.FINE, "The grid didn't store an entry of " + region, failure);
    }

    @SuppressWarnings("unchecked") // Hazelcast's caches are ICaches
    private ICache<String, Object> cache(CacheRegion region) {
        return caches.computeIfAbsent(region, missing -> {
            String name = "commonplace-" + region.name().toLowerCase(Locale.ROOT);
            Cache<String, Object> known = manager.getCache(name);
            return (known == null ? manager.createCache(name, configuration(region)) : known).unwrap(ICache.class);
        });
    }

    /** Without backups: the entries of a lost member are loaded again. */
    private static CacheConfig<String, Object> configuration(CacheRegion region) {
        CacheConfig<String, Object> configuration = new CacheConfig<>();
        configuration.setStatisticsEnabled(true);
        configuration.setBackupCount(0);
        configuration.setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(
                new Duration(TimeUnit.SECONDS, region.lifetime().toSeconds())));
        configuration.setEvictionConfig(new EvictionConfig()
                .setMaxSizePolicy(MaxSizePolicy.ENTRY_COUNT)
                .setEvictionPolicy(EvictionPolicy.LRU)
                .setSize(region.sharedSize()));
        return configuration;
    }

    private static final class Counts {
        private final LongAdder found = new LongAdder();
        private final LongAdder missed = new LongAdder();
        private final LongAdder failed = new LongAdder();

        private SharedCacheMetrics metrics(String name) {
            return new SharedCacheMetrics(name, found.sum(), missed.sum(), failed.sum());
        }
    }
}

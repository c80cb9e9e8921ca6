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

/** What the clones share of the immutable regions: JCache on the grid. A grid that is slow or gone costs little and harms nothing. */
@ApplicationScoped
class SharedCache {
    private static final Logger LOG = Logger.getLogger(SharedCache.class.getName());
    private static final int PATIENCE_MILLIS = 200;

    /** The grid counts entries, not bytes; what is larger, each clone loads for itself. */
    private static final int HEAVIEST_SHARED = 4;

    private final ConcurrentHashMap<CacheRegion, ICache<String, Object>> caches = new ConcurrentHashMap<>();

    private final Map<CacheRegion, Answers> answers = new EnumMap<>(CacheRegion.class);

    @Inject
    private CacheManager manager;

    SharedCache() {
        for (CacheRegion region : CacheRegion.values()) {
            if (region.isImmutable()) {
                answers.put(region, new Answers());
            }
        }
    }

    /** The first use of a cache asks all members, and would wait for a frozen one: no reader is to come first. */
    void open(@Observes @Initialized(ApplicationScoped.class) Object event) {
        answers.keySet().forEach(region -> BestEffort.run("opening the cache " + region, () -> cache(region)));
    }

    @SuppressWarnings("unchecked") // a region has one type of value, its one user's
    <V> V get(CacheRegion region, String key, Supplier<V> loader) {
        V shared = (V) find(region, key);
        if (shared != null) {
            return shared;
        }
        V loaded = loader.get();
        if (Weighted.of(loaded) <= HEAVIEST_SHARED) {
            share(region, key, loaded);
        }
        return loaded;
    }

    List<SharedCacheMetrics> figures() {
        return answers.entrySet().stream()
                .map(entry -> entry.getValue().figures(entry.getKey().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private @Nullable Object find(CacheRegion region, String key) {
        Answers counted = Objects.requireNonNull(answers.get(region));
        try {
            Object found =
                    cache(region).getAsync(key).toCompletableFuture().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            (found == null ? counted.missed : counted.found).increment();
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            counted.failed.increment();
            LOG.log(Level.FINE, "The grid didn't answer for " + region, e);
            return null;
        }
    }

    private void share(CacheRegion region, String key, Object value) {
        try {
            cache(region).putAsync(key, value).whenComplete((nothing, failure) -> {
                if (failure != null) {
                    notTaken(region, failure);
                }
            });
        } catch (RuntimeException e) {
            notTaken(region, e);
        }
    }

    /** It costs a later load on another clone, no more. */
    private void notTaken(CacheRegion region, Throwable failure) {
        Objects.requireNonNull(answers.get(region)).failed.increment();
        LOG.log(Level.FINE, "The grid didn't take an entry of " + region, failure);
    }

    @SuppressWarnings("unchecked") // Hazelcast's caches are ICaches
    private ICache<String, Object> cache(CacheRegion region) {
        return caches.computeIfAbsent(region, missing -> {
            String name = "commonplace-" + region.name().toLowerCase(Locale.ROOT);
            Cache<String, Object> known = manager.getCache(name);
            return (known == null ? manager.createCache(name, configuration(region)) : known).unwrap(ICache.class);
        });
    }

    /** Without backups: what a lost member held is loaded again. */
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

    private static final class Answers {
        private final LongAdder found = new LongAdder();
        private final LongAdder missed = new LongAdder();
        private final LongAdder failed = new LongAdder();

        private SharedCacheMetrics figures(String name) {
            return new SharedCacheMetrics(name, found.sum(), missed.sum(), failed.sum());
        }
    }
}

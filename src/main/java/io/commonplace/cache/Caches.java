package io.commonplace.cache;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import io.commonplace.platform.Freshness;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The object cache and the query cache, by region. */
@ApplicationScoped
public class Caches {
    private final Map<CacheRegion, LocalCache<Object>> local = new EnumMap<>(CacheRegion.class);

    @Inject
    private HazelcastInstance grid;

    @Inject
    private SharedCache sharedCache;

    @Inject
    private CacheLease cacheLease;

    @Inject
    private Invalidations invalidations;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** Caches values that may be stale. Only for the test that the consistency checker detects it. */
    @Inject
    @ConfigProperty(name = "commonplace.unsafe.caches", defaultValue = "false")
    private boolean unsafe;

    private UUID membership;
    private UUID lifecycle;

    @PostConstruct
    void open() {
        for (CacheRegion region : CacheRegion.values()) {
            local.put(region, new LocalCache<>(region.size(), region.lifetime()));
        }
        membership = grid.getCluster().addMembershipListener(new ClearOnChange());
        lifecycle = grid.getLifecycleService().addLifecycleListener(this::clearAfterMerge);
    }

    @PreDestroy
    void close() {
        grid.getCluster().removeMembershipListener(membership);
        grid.getLifecycleService().removeLifecycleListener(lifecycle);
    }

    /**
     * The cached value, or the loader's. A value is not cached while a transaction changes it, while this clone may have
     * missed a change, or inside the caller's own transaction, which may have changed it.
     *
     * @param loader gets the freshness with which it must read
     */
    @SuppressWarnings("unchecked") // a region has one type of value, its one user's
    public <V> V get(CacheRegion region, Object key, Function<Freshness, V> loader) {
        String name = key.toString();
        if (region.isImmutable()) {
            Supplier<V> source = () -> sharedCache.get(region, name, () -> loader.apply(Freshness.ANY));
            return (V) local(region).get(name, (Supplier<Object>) source);
        }
        if (unsafe) {
            return (V) local(region).get(name, () -> loader.apply(Freshness.ANY));
        }
        if (!cacheLease.holds() || invalidations.isPending(region, name) || isInTransaction()) {
            local(region).bypass();
            return loader.apply(Freshness.NEWEST);
        }
        return (V) local(region).get(name, () -> load(region, name, loader));
    }

    /** Doesn't keep a value that is older than required because no server has a newer one. */
    private <V> V load(CacheRegion region, String name, Function<Freshness, V> loader) {
        boolean missedBefore = Freshness.wasMissed();
        Freshness.missed(false);
        try {
            V value = loader.apply(invalidations.freshness(region, name));
            if (Freshness.wasMissed()) {
                local(region).forget(name);
            }
            return value;
        } finally {
            // A value that is derived from this one is not newer either.
            Freshness.missed(missedBefore || Freshness.wasMissed());
        }
    }

    private boolean isInTransaction() {
        return transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    /** The metrics of each region in this clone's memory. */
    public List<CacheMetrics> metrics() {
        return local.entrySet().stream()
                .map(entry -> entry.getValue().metrics(entry.getKey().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The metrics of the immutable regions in the grid. */
    public List<SharedCacheMetrics> sharedMetrics() {
        return sharedCache.metrics();
    }

    /** Removes a value from this clone's memory only. */
    public void forget(CacheRegion region, String key) {
        local(region).forget(key);
    }

    /** During a roll-out another version may name a region that this one doesn't have. */
    void forget(CacheKey key) {
        for (CacheRegion region : CacheRegion.values()) {
            if (region.name().equals(key.region()) && key.isWholeRegion()) {
                local(region).clear();
            } else if (region.name().equals(key.region())) {
                local(region).forget(key.key());
            }
        }
    }

    private LocalCache<Object> local(CacheRegion region) {
        return Objects.requireNonNull(local.get(region));
    }

    /** Clears the mutable regions, because this clone may have missed invalidations. */
    public void clearMutable() {
        local.forEach((region, cache) -> {
            if (!region.isImmutable()) {
                cache.clear();
            }
        });
    }

    private void clearAfterMerge(LifecycleEvent event) {
        if (event.getState() == LifecycleEvent.LifecycleState.MERGED) {
            clearMutable();
        }
    }

    private final class ClearOnChange implements MembershipListener {
        @Override
        public void memberAdded(MembershipEvent event) {
            clearForClone(event);
        }

        @Override
        public void memberRemoved(MembershipEvent event) {
            clearForClone(event);
        }

        /** A joining or leaving console changes no cached value. */
        private void clearForClone(MembershipEvent event) {
            if (!event.getMember().isLiteMember()) {
                clearMutable();
            }
        }
    }
}

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
    /** Stands for every key of a region. */
    static final String ALL = "*";

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

    /** Only for the consistency checker's test of itself: what is read late is cached all the same. */
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
     * The cached value, or the loader's. A value is not cached while it is just being changed, while this clone may have
     * missed a change, or when the caller's own transaction, which may have changed it, reads it.
     *
     * @param loader gets how fresh a state it must read
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
            local(region).passedBy();
            return loader.apply(Freshness.NEWEST);
        }
        return (V) local(region).get(name, () -> load(region, name, loader));
    }

    /** What is older than asked for, because no server had it any newer, is not kept. */
    private <V> V load(CacheRegion region, String name, Function<Freshness, V> loader) {
        boolean around = Freshness.wasMissed();
        Freshness.missed(false);
        try {
            V value = loader.apply(invalidations.freshness(region, name));
            if (Freshness.wasMissed()) {
                local(region).forget(name);
            }
            return value;
        } finally {
            // A value that is made of this one is no newer.
            Freshness.missed(around || Freshness.wasMissed());
        }
    }

    private boolean isInTransaction() {
        return transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    public List<CacheMetrics> figures() {
        return local.entrySet().stream()
                .map(entry -> entry.getValue().figures(entry.getKey().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Of the immutable regions, what the clones share. */
    public List<SharedCacheMetrics> sharedFigures() {
        return sharedCache.figures();
    }

    /** Removes a value from this clone's memory only. */
    public void forget(CacheRegion region, String key) {
        local(region).forget(key);
    }

    /** During a roll-out another version may name a region that this one doesn't have. */
    void forget(String name, String key) {
        for (CacheRegion region : CacheRegion.values()) {
            if (region.name().equals(name) && key.equals(ALL)) {
                local(region).clear();
            } else if (region.name().equals(name)) {
                local(region).forget(key);
            }
        }
    }

    private LocalCache<Object> local(CacheRegion region) {
        return Objects.requireNonNull(local.get(region));
    }

    /** A member that was away may have missed invalidations, and this clone may have been the one that was away. */
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

        /** A console that comes or goes changes nothing that is cached. */
        private void clearForClone(MembershipEvent event) {
            if (!event.getMember().isLiteMember()) {
                clearMutable();
            }
        }
    }
}

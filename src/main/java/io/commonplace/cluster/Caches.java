package io.commonplace.cluster;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** The object cache and the query cache, by region. */
@ApplicationScoped
public class Caches {
    private final Map<CacheRegion, LocalCache<Object>> local = new EnumMap<>(CacheRegion.class);

    @Inject
    private HazelcastInstance grid;

    @Inject
    private GridLayer gridLayer;

    private UUID membership;
    private UUID lifecycle;

    @PostConstruct
    void open() {
        for (CacheRegion region : CacheRegion.values()) {
            local.put(region, new LocalCache<>(region.size(), region.lifetime()));
        }
        membership = grid.getCluster().addMembershipListener(new Distrust());
        lifecycle = grid.getLifecycleService().addLifecycleListener(this::distrustMerged);
    }

    @PreDestroy
    void close() {
        grid.getCluster().removeMembershipListener(membership);
        grid.getLifecycleService().removeLifecycleListener(lifecycle);
    }

    /** The cached value, or the loader's. What a mutable region loads must contain {@link Invalidations#floor()}. */
    @SuppressWarnings("unchecked") // a region has one type of value, its one user's
    public <V> V get(CacheRegion region, Object key, Supplier<V> loader) {
        String name = key.toString();
        Supplier<V> source = region.isImmutable() ? () -> gridLayer.get(region, name, loader) : loader;
        return (V) local(region).get(name, (Supplier<Object>) source);
    }

    public List<CacheFigures> figures() {
        return local.entrySet().stream()
                .map(entry -> entry.getValue().figures(entry.getKey().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    void forget(CacheRegion region, String key) {
        local(region).forget(key);
    }

    private LocalCache<Object> local(CacheRegion region) {
        return Objects.requireNonNull(local.get(region));
    }

    /** A member that was away may have missed invalidations, and this clone may have been the one that was away. */
    private void distrust() {
        local.forEach((region, cache) -> {
            if (!region.isImmutable()) {
                cache.clear();
            }
        });
    }

    private void distrustMerged(LifecycleEvent event) {
        if (event.getState() == LifecycleEvent.LifecycleState.MERGED) {
            distrust();
        }
    }

    private final class Distrust implements MembershipListener {
        @Override
        public void memberAdded(MembershipEvent event) {
            distrust();
        }

        @Override
        public void memberRemoved(MembershipEvent event) {
            distrust();
        }
    }
}

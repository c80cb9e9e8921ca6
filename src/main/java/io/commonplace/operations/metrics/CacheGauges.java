package io.commonplace.operations.metrics;

import io.commonplace.cache.CacheLease;
import io.commonplace.cache.CacheMetrics;
import io.commonplace.cache.Caches;
import io.commonplace.cache.Invalidations;
import io.commonplace.cache.SharedCacheMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Tag;

/** What this clone keeps in its memory, what it found there, and whether it believes it. */
@ApplicationScoped
class CacheGauges implements MetricSource {
    @Inject
    private Caches caches;

    @Inject
    private CacheLease cacheLease;

    @Inject
    private Invalidations invalidations;

    @Override
    public void register(Gauges gauges) {
        gauges.flag("commonplace_cache_lease", "Whether this clone believes its caches", cacheLease::holds);
        gauges.add(
                "commonplace_cache_pending_invalidations",
                "Transactions whose end is not known",
                invalidations::pendingTransactions);
        caches.metrics().forEach(region -> own(gauges, region.name()));
        caches.sharedMetrics().forEach(region -> shared(gauges, region.name()));
    }

    private void own(Gauges gauges, String region) {
        Tag tag = new Tag("region", region);
        gauges.add("commonplace_cache_entries", "Values in memory", of(region, CacheMetrics::size), tag);
        gauges.add("commonplace_cache_hits_total", "Look-ups that found a value", of(region, CacheMetrics::hits), tag);
        gauges.add("commonplace_cache_misses_total", "Look-ups that found none", of(region, CacheMetrics::misses), tag);
        gauges.add(
                "commonplace_cache_passed_by_total",
                "Look-ups that could not use the cache",
                of(region, CacheMetrics::bypassed),
                tag);
        gauges.add(
                "commonplace_cache_loads_total", "Values fetched for the cache", of(region, CacheMetrics::loads), tag);
        gauges.add(
                "commonplace_cache_load_seconds_total",
                "How long fetching them took",
                of(region, figures -> figures.loading().toNanos() / 1e9),
                tag);
    }

    private void shared(Gauges gauges, String region) {
        Tag tag = new Tag("region", region);
        gauges.add(
                "commonplace_grid_hits_total",
                "Values found in the grid",
                ofShared(region, SharedCacheMetrics::found),
                tag);
        gauges.add(
                "commonplace_grid_misses_total",
                "Values not in the grid",
                ofShared(region, SharedCacheMetrics::missed),
                tag);
        gauges.add(
                "commonplace_grid_failures_total",
                "Questions that the grid did not answer in time",
                ofShared(region, SharedCacheMetrics::failed),
                tag);
    }

    private Supplier<Number> of(String region, Function<CacheMetrics, Number> figure) {
        return () -> caches.metrics().stream()
                .filter(figures -> figures.name().equals(region))
                .map(figure)
                .findFirst()
                .orElseThrow();
    }

    private Supplier<Number> ofShared(String region, Function<SharedCacheMetrics, Number> figure) {
        return () -> caches.sharedMetrics().stream()
                .filter(figures -> figures.name().equals(region))
                .map(figure)
                .findFirst()
                .orElseThrow();
    }
}

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

/** Metrics of this clone's caches. */
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
        gauges.flag("commonplace_cache_lease", "Whether this clone may use its caches", cacheLease::holds);
        gauges.add(
                "commonplace_cache_pending_invalidations",
                "Transactions with an unknown outcome",
                invalidations::pendingTransactions);
        caches.metrics().forEach(region -> local(gauges, region.name()));
        caches.sharedMetrics().forEach(region -> shared(gauges, region.name()));
    }

    private void local(Gauges gauges, String region) {
        Tag tag = new Tag("region", region);
        gauges.add("commonplace_cache_entries", "Values in memory", of(region, CacheMetrics::size), tag);
        gauges.add("commonplace_cache_hits_total", "Lookups that found a value", of(region, CacheMetrics::hits), tag);
        gauges.add(
                "commonplace_cache_misses_total", "Lookups that found no value", of(region, CacheMetrics::misses), tag);
        gauges.add(
                "commonplace_cache_bypassed_total",
                "Lookups that could not use the cache",
                of(region, CacheMetrics::bypassed),
                tag);
        gauges.add(
                "commonplace_cache_loads_total", "Values loaded into the cache", of(region, CacheMetrics::loads), tag);
        gauges.add(
                "commonplace_cache_load_seconds_total",
                "Time spent loading values",
                of(region, metrics -> metrics.loading().toNanos() / 1e9),
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
                "Lookups that the grid did not answer in time",
                ofShared(region, SharedCacheMetrics::failed),
                tag);
    }

    private Supplier<Number> of(String region, Function<CacheMetrics, Number> value) {
        return () -> caches.metrics().stream()
                .filter(metrics -> metrics.name().equals(region))
                .map(value)
                .findFirst()
                .orElseThrow();
    }

    private Supplier<Number> ofShared(String region, Function<SharedCacheMetrics, Number> value) {
        return () -> caches.sharedMetrics().stream()
                .filter(metrics -> metrics.name().equals(region))
                .map(value)
                .findFirst()
                .orElseThrow();
    }
}

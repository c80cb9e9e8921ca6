package io.commonplace.admin.figures;

import io.commonplace.cluster.CacheFigures;
import io.commonplace.cluster.Caches;
import io.commonplace.cluster.Invalidations;
import io.commonplace.cluster.Lease;
import io.commonplace.cluster.SharedFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Tag;

/** What this clone keeps in its memory, what it found there, and whether it believes it. */
@ApplicationScoped
class CacheGauges implements Source {
    @Inject
    private Caches caches;

    @Inject
    private Lease lease;

    @Inject
    private Invalidations invalidations;

    @Override
    public void register(Gauges gauges) {
        gauges.flag("commonplace_cache_lease", "Whether this clone believes its caches", lease::holds);
        gauges.add("commonplace_cache_doubts", "Transactions whose end is not known", invalidations::openDoubts);
        caches.figures().forEach(region -> own(gauges, region.name()));
        caches.sharedFigures().forEach(region -> shared(gauges, region.name()));
    }

    private void own(Gauges gauges, String region) {
        Tag tag = new Tag("region", region);
        gauges.add("commonplace_cache_entries", "Values in memory", of(region, CacheFigures::size), tag);
        gauges.add("commonplace_cache_hits_total", "Look-ups that found a value", of(region, CacheFigures::hits), tag);
        gauges.add("commonplace_cache_misses_total", "Look-ups that found none", of(region, CacheFigures::misses), tag);
        gauges.add(
                "commonplace_cache_passed_by_total",
                "Look-ups that could not use the cache",
                of(region, CacheFigures::passedBy),
                tag);
        gauges.add(
                "commonplace_cache_loads_total", "Values fetched for the cache", of(region, CacheFigures::loads), tag);
        gauges.add(
                "commonplace_cache_load_seconds_total",
                "How long fetching them took",
                of(region, figures -> figures.loading().toNanos() / 1e9),
                tag);
    }

    private void shared(Gauges gauges, String region) {
        Tag tag = new Tag("region", region);
        gauges.add(
                "commonplace_grid_hits_total", "Values found in the grid", ofShared(region, SharedFigures::found), tag);
        gauges.add(
                "commonplace_grid_misses_total",
                "Values not in the grid",
                ofShared(region, SharedFigures::missed),
                tag);
        gauges.add(
                "commonplace_grid_failures_total",
                "Questions that the grid did not answer in time",
                ofShared(region, SharedFigures::failed),
                tag);
    }

    private Supplier<Number> of(String region, Function<CacheFigures, Number> figure) {
        return () -> caches.figures().stream()
                .filter(figures -> figures.name().equals(region))
                .map(figure)
                .findFirst()
                .orElseThrow();
    }

    private Supplier<Number> ofShared(String region, Function<SharedFigures, Number> figure) {
        return () -> caches.sharedFigures().stream()
                .filter(figures -> figures.name().equals(region))
                .map(figure)
                .findFirst()
                .orElseThrow();
    }
}

package io.commonplace.operations.metrics;

import io.commonplace.search.CopyProgress;
import io.commonplace.search.SearchMetrics;
import io.commonplace.search.SearchStatus;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.metrics.Tag;

/** Metrics of this clone's search index and of the searches in it. */
@ApplicationScoped
class SearchGauges implements MetricSource {
    @Inject
    private SearchStatus search;

    @Inject
    private SearchMetrics metrics;

    @Resource
    private ManagedExecutorService executor;

    private final BackgroundValue<Long> changesBehind =
            new BackgroundValue<>(this::inBackground, () -> Optional.of(search.changesBehind()));

    @Override
    public void register(Gauges gauges) {
        gauges.add(
                "commonplace_search_pages",
                "Pages in the search index",
                () -> search.progress().indexed());
        gauges.add("commonplace_search_bytes", "Size of the search index on disk", search::bytes);
        gauges.flag(
                "commonplace_search_complete",
                "Whether all pages are in the search index",
                () -> search.progress().complete());
        registerBuilding(gauges);
        registerBehind(gauges);
        for (SearchMetrics.Kind kind : SearchMetrics.Kind.values()) {
            Tag tag = new Tag("kind", kind.name().toLowerCase(Locale.ROOT));
            gauges.histogram("commonplace_search_seconds", "Duration of searches", metrics.durations(kind), tag);
        }
    }

    private void registerBuilding(Gauges gauges) {
        gauges.add(
                "commonplace_search_built_percent",
                "How much of the search index is built, or rebuilt",
                () -> search.progress().percent());
        gauges.add(
                "commonplace_search_copied_percent",
                "How much of another clone's search index is copied; NaN if none is being copied",
                () -> search.copying().<Number>map(CopyProgress::percent).orElse(Double.NaN));
        gauges.add(
                "commonplace_search_copies_total", "Search indexes that were copied from other clones", search::copies);
    }

    private void registerBehind(Gauges gauges) {
        gauges.add(
                "commonplace_search_behind_seconds",
                "Since when the search index lacks changes; 0 if it is current",
                search::secondsBehind);
        gauges.add(
                "commonplace_search_behind_changes",
                "Changes that the search index lacks",
                () -> changesBehind.get().<Number>map(count -> count).orElse(Double.NaN));
    }

    private void inBackground(Runnable task) {
        executor.execute(task);
    }
}

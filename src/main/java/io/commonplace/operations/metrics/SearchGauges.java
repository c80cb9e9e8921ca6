package io.commonplace.operations.metrics;

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
        gauges.add(
                "commonplace_search_behind_seconds",
                "Since when the search index lacks changes; 0 if it is current",
                search::secondsBehind);
        gauges.add(
                "commonplace_search_behind_changes",
                "Changes that the search index lacks",
                () -> changesBehind.get().<Number>map(count -> count).orElse(Double.NaN));
        for (SearchMetrics.Kind kind : SearchMetrics.Kind.values()) {
            Tag tag = new Tag("kind", kind.name().toLowerCase(Locale.ROOT));
            gauges.histogram("commonplace_search_seconds", "Duration of searches", metrics.durations(kind), tag);
        }
    }

    private void inBackground(Runnable task) {
        executor.execute(task);
    }
}

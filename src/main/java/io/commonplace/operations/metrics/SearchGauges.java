package io.commonplace.operations.metrics;

import io.commonplace.search.SearchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Metrics of this clone's search index. */
@ApplicationScoped
class SearchGauges implements MetricSource {
    @Inject
    private SearchStatus search;

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
    }
}

package io.commonplace.operations;

import io.commonplace.search.SearchProgress;
import io.commonplace.search.SearchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The state of this clone's search index. */
@ApplicationScoped
public class SearchFacts {
    public static final String PERCENT = "search";
    public static final String REBUILDING = "search-rebuilding";
    public static final String REBUILT = "search-rebuilt";

    @Inject
    private SearchStatus search;

    /** The values by the names above. A clone that rebuilds a complete index says 100 percent: people find all pages. */
    Map<String, String> now() {
        SearchProgress progress = search.progress();
        return Map.of(
                PERCENT,
                Integer.toString(progress.complete() ? 100 : progress.percent()),
                REBUILDING,
                progress.complete() && progress.building() ? Integer.toString(progress.percent()) : "",
                REBUILT,
                Long.toString(progress.complete() ? progress.rebuilt() : 0));
    }
}

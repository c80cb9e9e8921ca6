package io.commonplace.operations;

import io.commonplace.platform.RecentDurations;
import io.commonplace.search.SearchMetrics;
import io.commonplace.search.SearchProgress;
import io.commonplace.search.SearchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The state of this clone's search index, and how long searches took. What was searched for is not among the facts. */
@ApplicationScoped
public class SearchFacts {
    public static final String PERCENT = "search";
    public static final String REBUILDING = "search-rebuilding";
    public static final String COPIED_FROM = "search-copied-from";
    public static final String COPIED = "search-copied";
    public static final String REBUILT = "search-rebuilt";
    public static final String PAGES = "search-pages";
    public static final String BYTES = "search-bytes";
    public static final String SECONDS_BEHIND = "search-behind-seconds";
    public static final String CHANGES_BEHIND = "search-behind-changes";

    @Inject
    private SearchStatus search;

    @Inject
    private SearchMetrics metrics;

    /**
     * The values by the names above. Only a clone that copies the index of another one has {@link #COPIED_FROM} and
     * {@link #COPIED}, in percent. A clone that rebuilds a complete index says 100 percent: people find all pages.
     */
    Map<String, String> now() {
        SearchProgress progress = search.progress();
        boolean complete = progress.complete();
        Map<String, String> facts = new HashMap<>();
        facts.put(PERCENT, Integer.toString(complete ? 100 : progress.percent()));
        facts.put(REBUILDING, complete && progress.building() ? Integer.toString(progress.percent()) : "");
        facts.put(REBUILT, Long.toString(complete ? progress.rebuilt() : 0));
        search.copying().ifPresent(copy -> {
            facts.put(COPIED_FROM, copy.from());
            facts.put(COPIED, Integer.toString(copy.percent()));
        });
        facts.put(PAGES, Long.toString(progress.indexed()));
        facts.put(BYTES, Long.toString(search.bytes()));
        facts.put(SECONDS_BEHIND, Long.toString((long) search.secondsBehind()));
        facts.put(CHANGES_BEHIND, changesBehind());
        for (SearchMetrics.Kind kind : SearchMetrics.Kind.values()) {
            facts.put(durations(kind), text(metrics.recent(kind)));
        }
        return facts;
    }

    /** The name of the durations of a kind: how many a second, the median and the 99th percentile in ms, with spaces. */
    public static String durations(SearchMetrics.Kind kind) {
        return "search-durations-" + kind.name().toLowerCase(Locale.ROOT);
    }

    /** Empty while no database says it. */
    private String changesBehind() {
        try {
            return Long.toString(search.changesBehind());
        } catch (PersistenceException e) {
            return "";
        }
    }

    private static String text(RecentDurations.Summary recent) {
        return String.format(Locale.ROOT, "%.2f %.0f %.0f", recent.perSecond(), recent.median(), recent.percentile99());
    }
}

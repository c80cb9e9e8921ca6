package io.commonplace.admin.web;

import io.commonplace.operations.SearchFacts;
import io.commonplace.platform.Messages;
import java.util.Map;

/**
 * The search index of a clone. What the clone doesn't report is empty, or 0.
 *
 * @param behind the changes and the seconds that the index is behind
 */
public record IndexSummary(IndexProgress progress, long pages, long bytes, Behind behind) {
    static final IndexSummary NONE = of(Map.of());

    static IndexSummary of(Map<String, String> facts) {
        return new IndexSummary(
                IndexProgress.of(facts),
                number(facts, SearchFacts.PAGES),
                number(facts, SearchFacts.BYTES),
                new Behind(
                        facts.getOrDefault(SearchFacts.CHANGES_BEHIND, ""), number(facts, SearchFacts.SECONDS_BEHIND)));
    }

    private static long number(Map<String, String> facts, String name) {
        return Long.parseLong(facts.getOrDefault(name, "0"));
    }

    public boolean isKnown() {
        return !progress.percent().isEmpty();
    }

    public String state() {
        return progress.state();
    }

    public String kind() {
        return progress.kind();
    }

    public String size() {
        return Messages.text("cluster.index.size", bytes >> 20);
    }

    /** @param request see {@link io.commonplace.search.IndexRebuild#request} */
    boolean hasDone(long request) {
        return progress.hasDone(request);
    }

    /** How far it is with a request, from 0 to 100. */
    int percentOf(long request) {
        return progress.percentOf(request);
    }

    /** @param changes empty if no database answers the clone */
    public record Behind(String changes, long seconds) {
        public String text() {
            if (changes.isEmpty()) {
                return Messages.text("cluster.index.behindUnknown", seconds);
            }
            return changes.equals("0")
                    ? Messages.text("cluster.index.current")
                    : Messages.text("cluster.index.behind", Long.parseLong(changes), seconds);
        }
    }
}

package io.commonplace.admin.web;

import io.commonplace.operations.SearchFacts;
import io.commonplace.platform.Messages;
import java.util.Map;

/**
 * The search index of a clone. What the clone doesn't report is empty, or 0.
 *
 * @param percent how far a new index is, from 0 to 100
 * @param rebuilding how far a rebuild is; empty if there is none
 * @param rebuilt the last request for a rebuild that was done
 * @param behind the changes and the seconds that the index is behind
 */
public record IndexSummary(String percent, String rebuilding, long rebuilt, long pages, long bytes, Behind behind) {
    private static final String COMPLETE = "100";

    static final IndexSummary NONE = of(Map.of());

    static IndexSummary of(Map<String, String> facts) {
        return new IndexSummary(
                facts.getOrDefault(SearchFacts.PERCENT, ""),
                facts.getOrDefault(SearchFacts.REBUILDING, ""),
                number(facts, SearchFacts.REBUILT),
                number(facts, SearchFacts.PAGES),
                number(facts, SearchFacts.BYTES),
                new Behind(
                        facts.getOrDefault(SearchFacts.CHANGES_BEHIND, ""), number(facts, SearchFacts.SECONDS_BEHIND)));
    }

    private static long number(Map<String, String> facts, String name) {
        return Long.parseLong(facts.getOrDefault(name, "0"));
    }

    public boolean isKnown() {
        return !percent.isEmpty();
    }

    public String state() {
        if (!percent.equals(COMPLETE)) {
            return Messages.text("cluster.index.building", percent);
        }
        return rebuilding.isEmpty()
                ? Messages.text("cluster.index.complete")
                : Messages.text("cluster.index.rebuilding", rebuilding);
    }

    public String kind() {
        return !percent.equals(COMPLETE) ? "warning" : rebuilding.isEmpty() ? "good" : "info";
    }

    public String size() {
        return Messages.text("cluster.index.size", bytes >> 20);
    }

    /** @param request see {@link io.commonplace.search.IndexRebuild#request} */
    boolean hasDone(long request) {
        return rebuilt >= request;
    }

    /** How far it is with a request, from 0 to 100. A clone needs some seconds until it reports that it has begun. */
    int percentOf(long request) {
        if (hasDone(request)) {
            return 100;
        }
        String going = percent.equals(COMPLETE) ? rebuilding : percent;
        return going.isEmpty() ? 0 : Integer.parseInt(going);
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

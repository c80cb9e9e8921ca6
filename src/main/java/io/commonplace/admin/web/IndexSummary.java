package io.commonplace.admin.web;

import io.commonplace.operations.SearchFacts;
import io.commonplace.platform.Messages;
import java.util.Map;

/**
 * The search index of a clone.
 *
 * @param percent how far a new index is, from 0 to 100; empty if the clone doesn't report it
 * @param rebuilding how far a rebuild is; empty if there is none
 * @param rebuilt the last request for a rebuild that was done; 0 if the clone doesn't report it
 */
public record IndexSummary(String percent, String rebuilding, long rebuilt) {
    private static final String COMPLETE = "100";

    static final IndexSummary NONE = new IndexSummary("", "", 0);

    static IndexSummary of(Map<String, String> facts) {
        return new IndexSummary(
                facts.getOrDefault(SearchFacts.PERCENT, ""),
                facts.getOrDefault(SearchFacts.REBUILDING, ""),
                Long.parseLong(facts.getOrDefault(SearchFacts.REBUILT, "0")));
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
}

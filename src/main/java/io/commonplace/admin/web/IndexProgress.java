package io.commonplace.admin.web;

import io.commonplace.operations.SearchFacts;
import io.commonplace.platform.Messages;
import java.util.Map;

/**
 * How far the search index of a clone is. What the clone doesn't report is empty, or 0.
 *
 * @param percent how far a new index is, from 0 to 100
 * @param copiedFrom the clone whose index is copied; empty if there is none
 * @param copied how far the copy is, from 0 to 99
 * @param rebuilding how far a rebuild is; empty if there is none
 * @param rebuilt the last request for a rebuild that was done
 */
record IndexProgress(String percent, String copiedFrom, String copied, String rebuilding, long rebuilt) {
    private static final String COMPLETE = "100";

    static IndexProgress of(Map<String, String> facts) {
        return new IndexProgress(
                facts.getOrDefault(SearchFacts.PERCENT, ""),
                facts.getOrDefault(SearchFacts.COPIED_FROM, ""),
                facts.getOrDefault(SearchFacts.COPIED, ""),
                facts.getOrDefault(SearchFacts.REBUILDING, ""),
                Long.parseLong(facts.getOrDefault(SearchFacts.REBUILT, "0")));
    }

    private boolean isComplete() {
        return percent.equals(COMPLETE);
    }

    String state() {
        if (!copiedFrom.isEmpty()) {
            return Messages.text("cluster.index.copying", copiedFrom, copied);
        }
        if (!isComplete()) {
            return Messages.text("cluster.index.building", percent);
        }
        return rebuilding.isEmpty()
                ? Messages.text("cluster.index.complete")
                : Messages.text("cluster.index.rebuilding", rebuilding);
    }

    String kind() {
        return !isComplete() ? "warning" : rebuilding.isEmpty() ? "good" : "info";
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
        String going = isComplete() ? rebuilding : percent;
        return going.isEmpty() ? 0 : Integer.parseInt(going);
    }
}

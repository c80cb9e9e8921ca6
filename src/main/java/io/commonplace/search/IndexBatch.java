package io.commonplace.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What one step of the index reads at once, from one state of the database.
 *
 * @param changes new entries of the log
 * @param changed the pages in them, and those that the index has missed
 * @param contents of the changed pages that still exist
 * @param next pages that are put while the index is built
 */
record IndexBatch(
        List<IndexQueries.Change> changes, Set<Long> changed, List<PageContent> contents, List<PageContent> next) {
    static final int MAX_CHANGES = 500;
    static final int MAX_PAGES = 100;

    /** Whether the log has more. */
    boolean isFull() {
        return changes.size() == MAX_CHANGES;
    }

    boolean isEmpty() {
        return changed.isEmpty() && next.isEmpty();
    }

    /** The requests among the new entries. */
    List<Rebuild> rebuilds() {
        return changes.stream()
                .filter(IndexQueries.Change::isRebuild)
                .map(IndexQueries.Change::rebuild)
                .toList();
    }

    Collection<Long> sequences() {
        return changes.stream().map(IndexQueries.Change::sequence).toList();
    }
}

package io.commonplace.search;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds pages that the index has missed: those that a clone of an older version changed, which writes no change log, and those
 * of a restored backup. Now and then it compares the versions of all pages, a batch at a time.
 */
final class IndexCheck {
    static final int BATCH = 1_000;
    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration INTERVAL = Duration.ofHours(6);

    private long due = System.nanoTime() + FIRST.toNanos();
    private long after;

    /** Whether there is something to compare now. */
    boolean isDue() {
        return System.nanoTime() - due > 0;
    }

    /** Begins with the first page, without waiting. */
    void beginNow() {
        after = 0;
        due = System.nanoTime();
    }

    /** The page after which the next batch begins. */
    long after() {
        return after;
    }

    /**
     * Compares a batch.
     *
     * @param stored the versions in the database, of at most {@link #BATCH} pages
     * @return the pages of which the index has another version
     */
    Collection<Long> compare(Map<Long, Integer> stored, SearchIndex index) {
        boolean last = stored.size() < BATCH;
        long to = last
                ? Long.MAX_VALUE
                : stored.keySet().stream().mapToLong(Long::longValue).max().orElseThrow();
        Map<Long, Integer> indexed = index.versions(after, to);
        Set<Long> different = new HashSet<>(indexed.keySet());
        different.addAll(stored.keySet());
        different.removeIf(page -> stored.containsKey(page) && stored.get(page).equals(indexed.get(page)));
        if (last) {
            after = 0;
            due = System.nanoTime() + INTERVAL.toNanos();
        } else {
            after = to;
        }
        return different;
    }
}

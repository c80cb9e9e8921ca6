package io.commonplace.transfer;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All pages of a space, for a job. @param parents by page; a page without a parent is missing */
record SpaceTree(Map<Long, Entry> pages, Map<Long, Long> parents) {
    /** @param above a page, or 0 for the top of the space */
    boolean isBelow(long page, long above) {
        if (above == 0) {
            return true;
        }
        Set<Long> way = new HashSet<>();
        @Nullable Long at = parents.get(page);
        while (at != null && at != above && way.add(at)) {
            at = parents.get(at);
        }
        return at != null && at == above;
    }

    /** @param revision the page's latest one */
    record Entry(KnownPage page, int revision) {}
}

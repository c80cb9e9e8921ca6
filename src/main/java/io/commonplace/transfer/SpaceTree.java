package io.commonplace.transfer;

import java.util.Map;

/** All pages of a space, for a job. @param parents by page; a page without a parent is missing */
record SpaceTree(Map<Long, Entry> pages, Map<Long, Long> parents) {
    /** @param revision the page's latest one */
    record Entry(KnownPage page, int revision) {}
}

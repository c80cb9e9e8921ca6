package io.commonplace.search;

/**
 * What the change log holds.
 *
 * @param settled all entries up to this number have been committed, or never will be
 * @param pages the number of pages in the database
 */
record LogBounds(long oldest, long newest, long settled, long pages) {
    /** Whether an index of this state can be continued. After a backup was restored, it may be ahead of the database. */
    boolean contain(IndexState known) {
        return known.sequence() <= newest && known.sequence() >= oldest - 1;
    }
}

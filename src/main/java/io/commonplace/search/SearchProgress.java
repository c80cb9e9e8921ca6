package io.commonplace.search;

/**
 * How far a clone's index is.
 *
 * @param complete whether all pages have been added once
 * @param indexed the number of pages in it
 * @param pages the number of pages in the database, when the index was opened
 */
public record SearchProgress(boolean complete, long indexed, long pages) {
    static final SearchProgress NONE = new SearchProgress(false, 0, 0);

    /** From 0 to 100. */
    public int percent() {
        return complete ? 100 : pages == 0 ? 0 : (int) Math.min(99, 100 * indexed / pages);
    }
}

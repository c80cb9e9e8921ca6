package io.commonplace.search;

/**
 * How far a clone's index is.
 *
 * @param complete whether all pages have been added once
 * @param indexed the number of pages in it
 * @param building whether pages are being put, into a new index or again
 * @param done the number of pages that have been put
 * @param pages the number of pages to put
 * @param rebuilt the last request for a rebuild that was done
 * @param followed the number of the last entry of the change log that was read
 */
public record SearchProgress(
        boolean complete, long indexed, boolean building, long done, long pages, long rebuilt, long followed) {
    static final SearchProgress NONE = new SearchProgress(false, 0, true, 0, 0, 0, 0);

    /** @param stored the number of pages in the database */
    static SearchProgress of(IndexState state, SearchIndex index, long stored, long followed) {
        Rebuild going = state.rebuild();
        if (going == null) {
            return new SearchProgress(true, index.size(Rebuild.ALL_SPACES), false, 0, 0, state.rebuilt(), followed);
        }
        long pages = state.complete() ? index.size(going.spaceId()) : stored;
        return new SearchProgress(
                state.complete(), index.size(Rebuild.ALL_SPACES), true, going.done(), pages, state.rebuilt(), followed);
    }

    /** From 0 to 100. */
    public int percent() {
        return !building ? 100 : pages == 0 ? 0 : (int) Math.min(99, 100 * done / pages);
    }
}

package io.commonplace.search;

/**
 * Putting pages into an index again, in the order of their identifiers. A new index begins with it, too.
 *
 * @param request the number of the log's entry that asks for it
 * @param spaceId the only space; {@link #ALL_SPACES} for all of them
 * @param builtTo pages with identifiers up to this one have been put
 * @param done the number of pages that have been put
 */
public record Rebuild(long request, long spaceId, long builtTo, long done) {
    public static final long ALL_SPACES = 0;

    static Rebuild begin(long request, long spaceId) {
        return new Rebuild(request, spaceId, 0, 0);
    }

    /** After {@code count} more pages. */
    Rebuild builtTo(long pageId, int count) {
        return new Rebuild(request, spaceId, pageId, done + count);
    }

    /** A later request begins with the first page again, and does what both ask for. */
    Rebuild and(Rebuild later) {
        return spaceId == later.spaceId ? later : begin(later.request, ALL_SPACES);
    }
}

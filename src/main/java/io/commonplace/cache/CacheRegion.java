package io.commonplace.cache;

import java.time.Duration;

/**
 * All caches, with their sizes, lifetimes and reasons.
 *
 * <p>A <em>mutable</em> region is in each clone's memory only, and is invalidated in the whole cluster with each change.
 * In an <em>immutable</em> one the value of a key never changes (a rendered document). It is
 * in the grid, through JCache, with a local layer in each clone's memory, and needs no invalidation.
 */
public enum CacheRegion {
    /** Address in a space -> page and its current document. Read by every page view. */
    PAGES(false, 20_000, Duration.ofHours(1)),
    /** Space's address -> space. Read by every page view. */
    SPACES(false, 1_000, Duration.ofHours(1)),
    /** Person -> name, groups and rights. Read by every request. */
    VIEWERS(false, 10_000, Duration.ofMinutes(10)),
    /** Session -> its values. Read by every request; a sign-out or a write removes it from all clones at once. */
    SESSIONS(false, 20_000, Duration.ofMinutes(5)),
    /** Whole-site lists, such as recent changes. Invalidated by what they list. */
    LISTS(false, 100, Duration.ofMinutes(1)),
    /** Page -> its attachments. */
    ATTACHMENTS(false, 10_000, Duration.ofHours(1)),
    /** Page -> the first pages that link to it. Read by every page view. An entry of ten pages counts 1: 15 MB at most. */
    BACKLINKS(false, 5_000, Duration.ofHours(1)),
    /** Name -> an administrator's setting of the whole site. Read by every page and every write. */
    SETTINGS(false, 100, Duration.ofMinutes(1)),
    /** Page -> the pages below it. An entry of ten pages counts 1 and has some 3 KB: 30 MB at most. */
    BRANCHES(false, 10_000, Duration.ofHours(1)),
    /** A document's identifier -> its HTML. A median document has 5 KB: some 20 MB in a clone, and 64 MB at most. */
    DOCUMENTS(true, 4_000, Duration.ofHours(12));

    private final boolean immutable;
    private final int size;
    private final Duration lifetime;

    CacheRegion(boolean immutable, int size, Duration lifetime) {
        this.immutable = immutable;
        this.size = size;
        this.lifetime = lifetime;
    }

    boolean isImmutable() {
        return immutable;
    }

    /** The size in one clone's memory. A small entry counts 1, a {@link Weighted} one its weight. */
    int size() {
        return size;
    }

    /** The number of entries that each member stores for the grid. */
    int sharedSize() {
        return size / 4;
    }

    /** The longest time for which a wrong value stays if a broken grid has lost an invalidation. */
    Duration lifetime() {
        return lifetime;
    }
}

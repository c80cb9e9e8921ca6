package io.commonplace.cache;

import java.time.Duration;

/**
 * Every cache there is, with its size, its lifetime and its reason.
 *
 * <p>A <em>mutable</em> region lives in each clone's memory only and is invalidated in the whole cluster after a commit.
 * An <em>immutable</em> one has keys whose value never changes (a rendered document, a space's tree of one version); it
 * lives in the grid, through JCache, with a layer in each clone's memory that makes reads free, and needs no invalidation.
 */
public enum CacheRegion {
    /** Address in a space -> page and its current document. Read by every page view. */
    PAGES(false, 20_000, Duration.ofHours(1)),
    /** Space's address -> space. Read by every page view. */
    SPACES(false, 1_000, Duration.ofHours(1)),
    /** Person -> name, groups and rights. Read by every request. */
    VIEWERS(false, 10_000, Duration.ofMinutes(10)),
    /** Session -> its values. Read by every request; a sign-out or a write takes it out everywhere at once. */
    SESSIONS(false, 20_000, Duration.ofMinutes(5)),
    /** Whole-site lists, such as recent changes. Invalidated by what they list. */
    LISTS(false, 100, Duration.ofMinutes(1)),
    /** A page's attachments, by page. */
    ATTACHMENTS(false, 10_000, Duration.ofHours(1)),
    /** What an administrator has set for the whole site, by name. Asked by every page and every write. */
    SETTINGS(false, 100, Duration.ofMinutes(1)),
    /** A document's identifier -> its HTML. A median document has 5 KB: some 20 MB in a clone, and 64 MB at most. */
    DOCUMENTS(true, 4_000, Duration.ofHours(12)),
    /** A space and its tree's version -> the tree: 32 MB at most, some 100,000 pages. */
    TREES(true, 2_000, Duration.ofHours(12));

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

    /** What one clone's memory holds, in entries that are small and units of those that are {@link Weighted}. */
    int size() {
        return size;
    }

    /** Entries that each member holds for the grid. */
    int sharedSize() {
        return size / 4;
    }

    /** An upper bound that mends what an invalidation lost in a broken grid could spoil. */
    Duration lifetime() {
        return lifetime;
    }
}

package io.commonplace.pages;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Caches;
import io.commonplace.database.ReadRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads pages through the caches: everything that a page view needs but the tree, which {@link TreeReader} reads. It checks no rights; callers ask {@link
 * io.commonplace.people.Access} first.
 */
@ApplicationScoped
public class PageReader {
    /** The recent changes without and with minor ones. */
    static final List<String> RECENT_KEYS = List.of("recent", "recent minor");

    static final String FORMER_KEYS = "former-keys";

    private static final int RECENT_LIMIT = 200;

    @Inject
    private Caches caches;

    @Inject
    private ReadRouter router;

    /** The space with this key, or else the one that had it before. */
    public Optional<SpaceHead> space(String slug) {
        return current(slug)
                .or(() -> Optional.ofNullable(formerKeys().get(slug)).flatMap(this::current));
    }

    /** The current keys of spaces by their former ones. */
    private Map<String, String> formerKeys() {
        return caches.get(CacheRegion.LISTS, FORMER_KEYS, fresh -> router.read(fresh, PageQueries::formerKeys));
    }

    private Optional<SpaceHead> current(String slug) {
        return caches.get(CacheRegion.SPACES, slug, fresh -> router.read(fresh, em -> PageQueries.space(em, slug)));
    }

    public List<SpaceHead> spaces() {
        return caches.get(CacheRegion.LISTS, "spaces", fresh -> router.read(fresh, PageQueries::spaces));
    }

    /** Doesn't find pages that are still being imported. */
    public Optional<PageHead> page(long spaceId, String path) {
        return Optional.ofNullable(address(spaceId, path).page());
    }

    /** The current path of the page that had this path before; empty if there is a page at this path. */
    public Optional<String> movedTo(long spaceId, String oldPath) {
        return Optional.ofNullable(address(spaceId, oldPath).movedTo());
    }

    private PageQueries.Address address(long spaceId, String path) {
        return caches.get(
                CacheRegion.PAGES,
                pageKey(spaceId, path),
                fresh -> router.read(fresh, em -> PageQueries.address(em, spaceId, path)));
    }

    public DocumentText document(long documentId) {
        return caches.get(
                CacheRegion.DOCUMENTS,
                documentId,
                anyFreshness -> router.find(em -> PageQueries.document(em, documentId))
                        .orElseThrow(() -> new IllegalStateException("No such document: " + documentId)));
    }

    /**
     * The latest changes of the whole site, newest first, each page once.
     *
     * @param minor whether minor changes count as well
     */
    public List<RecentChange> recentChanges(boolean minor) {
        return caches.get(
                CacheRegion.LISTS,
                RECENT_KEYS.get(minor ? 1 : 0),
                fresh -> router.read(fresh, em -> PageQueries.recent(em, minor, RECENT_LIMIT)));
    }

    static String pageKey(long spaceId, String path) {
        return spaceId + "/" + path;
    }
}

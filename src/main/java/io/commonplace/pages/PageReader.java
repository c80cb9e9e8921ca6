package io.commonplace.pages;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Caches;
import io.commonplace.database.ReadRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The reading path: everything that a page view needs, from the caches. It decides nothing about rights: who calls it
 * has asked {@link io.commonplace.people.Access}.
 */
@ApplicationScoped
public class PageReader {
    private static final int RECENT = 200;

    @Inject
    private Caches caches;

    @Inject
    private ReadRouter router;

    public Optional<SpaceHead> space(String slug) {
        return caches.get(CacheRegion.SPACES, slug, fresh -> router.read(fresh, em -> PageQueries.space(em, slug)));
    }

    public List<SpaceHead> spaces() {
        return caches.get(CacheRegion.LISTS, "spaces", fresh -> router.read(fresh, PageQueries::spaces));
    }

    /** Pages whose text is still on its way are not there yet. */
    public Optional<PageHead> page(long spaceId, String path) {
        return Optional.ofNullable(address(spaceId, path).page());
    }

    /** Where the page is now that once had this path; empty also if there is a page. */
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
                any -> router.find(em -> Optional.ofNullable(em.find(Document.class, documentId)))
                        .map(Document::text)
                        .orElseThrow(() -> new IllegalStateException("There is no document " + documentId)));
    }

    /** The tree in the version that {@code space} names, or a later one. */
    public SpaceTree tree(SpaceHead space) {
        return caches.get(
                CacheRegion.TREES,
                space.id() + "@" + space.treeVersion(),
                any -> router.find(em -> PageQueries.treeVersion(em, space.id()) < space.treeVersion()
                                ? Optional.<SpaceTree>empty()
                                : Optional.of(new SpaceTree(PageQueries.nodes(em, space.id()))))
                        .orElseThrow(
                                () -> new IllegalStateException("No database has the tree of space " + space.id())));
    }

    /** The latest changes of the whole site, newest first, each page once. */
    public List<RecentChange> recentChanges() {
        return caches.get(
                CacheRegion.LISTS, "recent", fresh -> router.read(fresh, em -> PageQueries.recent(em, RECENT)));
    }

    static String pageKey(long spaceId, String path) {
        return spaceId + "/" + path;
    }
}

package io.commonplace.links;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Caches;
import io.commonplace.cache.Weighted;
import io.commonplace.database.ReadRouter;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The pages that link to a page, as far as the viewer may see them. The caller has checked the right to view the page. */
@ApplicationScoped
public class Backlinks {
    /** How many are cached. Some of them may be in spaces that the viewer may not see. */
    private static final int FIRST = 25;

    private static final int PART = 100;

    @Inject
    private Caches caches;

    @Inject
    private ReadRouter router;

    @Inject
    private Access access;

    /** The first ones, from the cache. */
    public Part first(Viewer viewer, long pageId) {
        return visible(
                viewer,
                caches.get(
                        CacheRegion.BACKLINKS,
                        pageId,
                        fresh -> router.read(fresh, em -> BacklinkQueries.after(em, pageId, 0, FIRST))));
    }

    /** @param after the identifier of a page; those that follow are listed */
    public Part after(Viewer viewer, long pageId, long after) {
        return visible(viewer, router.read(em -> BacklinkQueries.after(em, pageId, after, PART)));
    }

    private Part visible(Viewer viewer, Part part) {
        return new Part(
                part.pages().stream()
                        .filter(page ->
                                access.may(viewer, SpaceLevel.VIEW, page.space().id()))
                        .toList(),
                part.next());
    }

    /**
     * Pages in the order of their identifiers.
     *
     * @param next the identifier after which further ones follow; 0 if there are no more
     */
    public record Part(List<Backlink> pages, long next) implements Weighted {
        @Override
        public int weight() {
            return 1 + pages.size() / 10;
        }
    }
}

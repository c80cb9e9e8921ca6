package io.commonplace.pages;

import io.commonplace.database.ReadRouter;
import io.commonplace.database.TimeOrderedQuery;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.TimeKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Lists the trash, for those who may restore from it. */
@ApplicationScoped
public class TrashQueries {
    private static final TimeOrderedQuery<Deletion> NEWEST_FIRST = new TimeOrderedQuery<>(
            Deletion.class, "select d from Deletion d where d.spaceId = :space", "d.deletedAt", "d.id");

    @Inject
    private ReadRouter router;

    @Inject
    private Access access;

    /** A part of the deletions in the space, newest first. */
    public ListPart<Deletion> in(Viewer viewer, SpaceHead space, ListWindow<TimeKey> window, int size) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        return router.read(em -> NEWEST_FIRST.part(em, window, size, query -> query.setParameter("space", space.id())));
    }

    public Deletion get(Viewer viewer, SpaceHead space, long deletionId) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        return router.find(em -> Optional.ofNullable(em.find(Deletion.class, deletionId)))
                .filter(deletion -> deletion.spaceId() == space.id())
                .orElseThrow(() -> new NotFound("trash.notFound"));
    }

    /** The number of pages in the subtree of this page, including it; at most one more than can be deleted at once. */
    public int subtreeSize(long pageId) {
        return router.read(em -> SubtreeQueries.ids(em, pageId)).size();
    }

    /** The latest deletion of a page at this path; empty for those who may not restore it. */
    public Optional<Deletion> at(Viewer viewer, SpaceHead space, String path) {
        return access.may(viewer, SpaceLevel.EDIT, space.id())
                ? router.read(em -> at(em, space, path))
                : Optional.empty();
    }

    private static Optional<Deletion> at(EntityManager em, SpaceHead space, String path) {
        return latest(em, "TrashedPage t where t.path = :path", space, path)
                .or(() -> latest(
                        em,
                        "TrashedPage t, OldPath o where o.pageId = t.id and o.spaceId = :space and o.path = :path",
                        space,
                        path));
    }

    private static Optional<Deletion> latest(EntityManager em, String pages, SpaceHead space, String path) {
        return em.createQuery(
                        "select d from Deletion d, " + pages + " and t.spaceId = :space and d.id = t.deletionId"
                                + " order by d.deletedAt desc",
                        Deletion.class)
                .setParameter("space", space.id())
                .setParameter("path", path)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}

package io.commonplace.pages;

import io.commonplace.database.ReadRouter;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.ListWindow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;

/** The pages of a space as they were at a moment. The caller has checked the right to view the space. */
@ApplicationScoped
public class PastPageQueries {
    private static final String PAGES = "select new io.commonplace.pages.PastPageQueries$Entry(p.path, r.title,"
            + " r.authorName, r.createdAt) from Page p, Revision r where p.spaceId = :space and r.pageId = p.id"
            + " and r.number = (select max(q.number) from Revision q where q.pageId = p.id and q.createdAt <= :moment)";

    @Inject
    private ReadRouter router;

    /** A part of those that are not deleted today, in the order of their addresses of today. @param window by that address */
    public ListPart<Entry> in(long spaceId, Instant moment, ListWindow<String> window, int size) {
        String from = window.from();
        List<Entry> found = router.read(em -> {
            TypedQuery<Entry> query = em.createQuery(
                            PAGES + window.condition("p.path") + " order by p.path " + window.order(), Entry.class)
                    .setParameter("space", spaceId)
                    .setParameter("moment", moment);
            if (from != null) {
                query.setParameter("key", from);
            }
            return query.setMaxResults(size + 1).getResultList();
        });
        return window.part(found, size);
    }

    /** How many were there that have been moved to the trash since. */
    public long deletedSince(long spaceId, Instant moment) {
        return router.read(em -> em.createQuery(
                        "select count(t) from TrashedPage t, Deletion d, Revision r where t.spaceId = :space"
                                + " and d.id = t.deletionId and d.deletedAt > :moment and r.pageId = t.id"
                                + " and r.number = 1 and r.createdAt <= :moment",
                        Long.class)
                .setParameter("space", spaceId)
                .setParameter("moment", moment)
                .getSingleResult());
    }

    /**
     * A page at that moment.
     *
     * @param path where it is today
     * @param authorName of its last change until then
     */
    public record Entry(String path, String title, String authorName, Instant changedAt) {}
}

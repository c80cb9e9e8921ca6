package io.commonplace.pages;

import io.commonplace.database.ReadRouter;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The revisions of a page. */
@ApplicationScoped
public class RevisionQueries {
    @Inject
    private ReadRouter router;

    /** The newest ones, newest first. */
    public List<Entry> newest(long pageId, int limit) {
        return of(pageId, true, ListWindow.newest(), limit).rows();
    }

    /**
     * A part of them, newest first.
     *
     * @param minor whether minor ones are listed as well
     * @param window by the revision's number
     */
    public ListPart<Entry> of(long pageId, boolean minor, ListWindow<Integer> window, int size) {
        String kind = minor ? "" : " and r.minor = false";
        Integer from = window.from();
        List<Entry> found = router.read(em -> {
            TypedQuery<Entry> query = em.createQuery(
                            "select new io.commonplace.pages.RevisionQueries$Entry(r.number, r.title, r.comment, r.authorName,"
                                    + " r.createdAt, r.minor) from Revision r where r.pageId = :page" + kind
                                    + window.condition("r.number") + " order by r.number " + window.order(),
                            Entry.class)
                    .setParameter("page", pageId);
            if (from != null) {
                query.setParameter("key", from);
            }
            return query.setMaxResults(size + 1).getResultList();
        });
        return window.part(found, size);
    }

    /**
     * The number of the revision that was the current one at a moment.
     *
     * @throws NotFound if the page had none yet
     */
    public int at(long pageId, Instant moment) {
        return router.find(em -> em.createQuery(
                                "select r.number from Revision r where r.pageId = :page and r.createdAt <= :moment"
                                        + " order by r.number desc",
                                Integer.class)
                        .setParameter("page", pageId)
                        .setParameter("moment", moment)
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst())
                .orElseThrow(() -> new NotFound("revision.notYet"));
    }

    /** When the revision was replaced by the next one; empty for the current one. */
    public Optional<Instant> replacedAt(long pageId, int number) {
        return of(pageId, true, ListWindow.newestFirst(null, number), 1).rows().stream()
                .map(Entry::createdAt)
                .findFirst();
    }

    /** @throws NotFound if the page has no revision of that number */
    public Revision revision(long pageId, int number) {
        return router.find(em -> revision(em, pageId, number)).orElseThrow(() -> new NotFound("revision.notFound"));
    }

    private static Optional<Revision> revision(EntityManager em, long pageId, int number) {
        return em.createQuery("select r from Revision r where r.pageId = :page and r.number = :number", Revision.class)
                .setParameter("page", pageId)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** One row of the history. */
    public record Entry(
            int number, String title, String comment, String authorName, Instant createdAt, boolean minor) {}
}

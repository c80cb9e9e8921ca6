package io.commonplace.pages;

import io.commonplace.database.ReadRouter;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The revisions of a page. */
@ApplicationScoped
public class RevisionQueries {
    @Inject
    private ReadRouter router;

    /** Newest first. */
    public List<Entry> of(long pageId, int offset, int limit) {
        return list("r.pageId = :page", pageId, offset, limit);
    }

    /** Newest first, without minor ones. */
    public List<Entry> majorOf(long pageId, int offset, int limit) {
        return list("r.pageId = :page and r.minor = false", pageId, offset, limit);
    }

    private List<Entry> list(String condition, long pageId, int offset, int limit) {
        return router.read(em -> em.createQuery(
                        "select new io.commonplace.pages.RevisionQueries$Entry(r.number, r.title, r.comment, r.authorName,"
                                + " r.createdAt, r.minor) from Revision r where " + condition
                                + " order by r.number desc",
                        Entry.class)
                .setParameter("page", pageId)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList());
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

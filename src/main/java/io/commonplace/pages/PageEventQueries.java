package io.commonplace.pages;

import io.commonplace.database.ReadRouter;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a page besides its text. The caller has checked the right to view the page. */
@ApplicationScoped
public class PageEventQueries {
    private static final String EVENTS =
            "select new io.commonplace.pages.PageEventQueries$Entry(e.kind, e.subject, e.detail, e.authorName, e.createdAt)"
                    + " from PageEvent e where e.pageId = :page";

    private static final String NEWEST_FIRST = " order by e.createdAt desc, e.id desc";

    @Inject
    private ReadRouter router;

    /** All events, newest first. */
    public List<Entry> of(long pageId, int offset, int limit) {
        return router.read(em -> em.createQuery(EVENTS + NEWEST_FIRST, Entry.class)
                .setParameter("page", pageId)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList());
    }

    /**
     * The events of a period, newest first.
     *
     * @param from inclusive; null for the beginning
     * @param before exclusive; null for now
     */
    public List<Entry> between(long pageId, @Nullable Instant from, @Nullable Instant before, int limit) {
        return router.read(
                em -> between(em, pageId, from, before).setMaxResults(limit).getResultList());
    }

    private static TypedQuery<Entry> between(
            EntityManager em, long pageId, @Nullable Instant from, @Nullable Instant before) {
        String period = (from == null ? "" : " and e.createdAt >= :from")
                + (before == null ? "" : " and e.createdAt < :before");
        TypedQuery<Entry> query =
                em.createQuery(EVENTS + period + NEWEST_FIRST, Entry.class).setParameter("page", pageId);
        if (from != null) {
            query.setParameter("from", from);
        }
        if (before != null) {
            query.setParameter("before", before);
        }
        return query;
    }

    /** An event as the history shows it. */
    public record Entry(PageEvent.Kind kind, String subject, String detail, String authorName, Instant createdAt) {
        /** What happened, as a sentence. */
        public String text() {
            return Messages.text("page.event." + kind, subject, detail);
        }
    }
}

package io.commonplace.pages;

import io.commonplace.database.ReadRouter;
import io.commonplace.database.TimeOrderedQuery;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.Messages;
import io.commonplace.platform.TimeKey;
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
            "select new io.commonplace.pages.PageEventQueries$Entry(e.id, e.kind, e.subject, e.detail, e.authorName, e.createdAt)"
                    + " from PageEvent e where e.pageId = :page";

    private static final TimeOrderedQuery<Entry> ALL =
            new TimeOrderedQuery<>(Entry.class, EVENTS, "e.createdAt", "e.id");

    private static final String NEWEST_FIRST = " order by e.createdAt desc, e.id desc";

    @Inject
    private ReadRouter router;

    /** A part of all events, newest first. */
    public ListPart<Entry> of(long pageId, ListWindow<TimeKey> window, int size) {
        return router.read(em -> ALL.part(em, window, size, query -> query.setParameter("page", pageId)));
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
    public record Entry(
            long id, PageEvent.Kind kind, String subject, String detail, String authorName, Instant createdAt) {
        public TimeKey key() {
            return new TimeKey(createdAt, id);
        }

        /** What happened, as a sentence. */
        public String text() {
            return Messages.text("page.event." + kind, subject, detail);
        }
    }
}

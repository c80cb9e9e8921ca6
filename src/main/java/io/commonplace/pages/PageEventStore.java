package io.commonplace.pages;

import io.commonplace.database.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Writes what happened to pages, in the transaction in which it happens. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PageEventStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    /** Adds an event to the history of the page. */
    public void add(long pageId, PageEvent.What what, Author author) {
        em.persist(new PageEvent(ids.next(), pageId, what, author, clock.instant()));
    }
}

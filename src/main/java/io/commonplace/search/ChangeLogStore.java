package io.commonplace.search;

import io.commonplace.database.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;

/** Writes the change log. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ChangeLogStore {
    private static final int MAX_DELETED = 10_000;

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Ids ids;

    void add(Collection<Long> pageIds) {
        pageIds.forEach(pageId -> em.persist(new PageChange(ids.next(), pageId)));
    }

    /** @return the number of the new entry */
    long addRebuild(long spaceId) {
        long id = ids.next();
        em.persist(PageChange.rebuild(id, spaceId));
        return em.createQuery("select c.sequence from PageChange c where c.id = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** Deletes entries that are older than {@code days}, the oldest ones first, up to {@value #MAX_DELETED}. */
    void deleteOlderThan(int days) {
        em.createNativeQuery("delete from page_change where changed_at < now(6) - interval ?1 day order by changed_at"
                        + " limit " + MAX_DELETED)
                .setParameter(1, days)
                .executeUpdate();
    }
}

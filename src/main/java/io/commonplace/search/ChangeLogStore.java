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
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Ids ids;

    void add(Collection<Long> pageIds) {
        pageIds.forEach(pageId -> em.persist(new PageChange(ids.next(), pageId)));
    }

    /** Deletes entries that are older than {@code days}. @return how many */
    int deleteOlderThan(int days) {
        return em.createNativeQuery("delete from page_change where changed_at < now(6) - interval ?1 day limit 10000")
                .setParameter(1, days)
                .executeUpdate();
    }
}

package io.commonplace.pages;

import io.commonplace.database.ReadRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The rows of drafts. */
@ApplicationScoped
class DraftStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private ReadRouter router;

    @Transactional(Transactional.TxType.MANDATORY)
    void put(String key, Draft draft) {
        DraftRow row = em.find(DraftRow.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            em.persist(new DraftRow(key, draft));
        } else {
            row.update(draft);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void remove(String key) {
        em.createQuery("delete from DraftRow d where d.id = :id")
                .setParameter("id", key)
                .executeUpdate();
    }

    /** @return the number of deleted drafts */
    @Transactional(Transactional.TxType.MANDATORY)
    int removeOlderThan(Instant limit) {
        return em.createQuery("delete from DraftRow d where d.keptAt < :limit")
                .setParameter("limit", limit)
                .executeUpdate();
    }

    Optional<Draft> find(String key) {
        return router.read(db -> Optional.ofNullable(db.find(DraftRow.class, key)))
                .map(DraftRow::draft);
    }
}

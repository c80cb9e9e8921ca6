package io.commonplace.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes checks of imports. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ImportCheckStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    void add(ImportCheck check) {
        em.persist(check);
    }

    Optional<ImportCheck> find(long jobId) {
        return Optional.ofNullable(em.find(ImportCheck.class, jobId));
    }

    /** So that nobody else imports or discards it. */
    Optional<ImportCheck> lock(long jobId) {
        return Optional.ofNullable(em.find(ImportCheck.class, jobId, LockModeType.PESSIMISTIC_WRITE));
    }

    List<Long> madeBefore(Instant limit, int max) {
        return em.createQuery("select c.jobId from ImportCheck c where c.madeAt <= :limit", Long.class)
                .setParameter("limit", limit)
                .setMaxResults(max)
                .getResultList();
    }

    /** Deletes the check with its plan. The archive may still be needed. */
    void delete(long jobId) {
        for (String entity : List.of("ImportCheck", "ImportFile", "TrashedRoot")) {
            em.createQuery("delete from " + entity + " c where c.jobId = :job")
                    .setParameter("job", jobId)
                    .executeUpdate();
        }
    }
}

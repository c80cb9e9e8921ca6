package io.commonplace.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Writes the rows of jobs and their notes. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JobStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    void add(Job job) {
        em.persist(job);
    }

    void add(JobNote note) {
        em.persist(note);
    }

    @Nullable
    Job find(long id) {
        return em.find(Job.class, id);
    }

    /** Locks the row until the transaction ends. Transactions that settle the same job wait here for each other. */
    Job lock(long id) {
        Job job = em.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (job == null) {
            throw new IllegalStateException("There is no job " + id);
        }
        return job;
    }
}

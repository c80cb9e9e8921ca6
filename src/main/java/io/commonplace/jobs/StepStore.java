package io.commonplace.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** The rows of steps; each change of state is one conditional update. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class StepStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    void add(JobStep step) {
        em.persist(step);
    }

    JobStep get(long id) {
        JobStep step = em.find(JobStep.class, id);
        if (step == null) {
            throw new IllegalStateException("There is no step " + id);
        }
        return step;
    }

    /** @return whether the caller is now the one who works on it */
    boolean claim(long id, String worker, Instant now) {
        return em.createQuery("update JobStep s set s.state = :running, s.token = s.token + 1, s.worker = :worker,"
                                + " s.attempts = s.attempts + 1, s.claimedAt = :now"
                                + " where s.id = :id and s.state = :pending")
                        .setParameter("running", StepState.RUNNING)
                        .setParameter("pending", StepState.PENDING)
                        .setParameter("worker", worker)
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** @return whether the claim with {@code token} still held */
    boolean end(long id, int token, StepState how, Instant now) {
        return em.createQuery("update JobStep s set s.state = :how, s.endedAt = :now"
                                + " where s.id = :id and s.token = :token and s.state = :running")
                        .setParameter("how", how)
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .setParameter("token", token)
                        .setParameter("running", StepState.RUNNING)
                        .executeUpdate()
                == 1;
    }

    /** Lets go of a claim as if it had never been made; the sweep sends the message at once. */
    void giveBack(long id, int token, Instant now) {
        em.createQuery("update JobStep s set s.state = :pending, s.attempts = s.attempts - 1, s.wakeAt = :now"
                        + " where s.id = :id and s.token = :token and s.state = :running")
                .setParameter("pending", StepState.PENDING)
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("token", token)
                .setParameter("running", StepState.RUNNING)
                .executeUpdate();
    }

    /** Puts the sweep's next look at a waiting step off. */
    void wakeLater(long id, Instant now) {
        em.createQuery("update JobStep s set s.wakeAt = :later where s.id = :id")
                .setParameter("later", now.plus(JobStep.WAKE_AFTER))
                .setParameter("id", id)
                .executeUpdate();
    }

    void cancelPending(long jobId, Instant now) {
        em.createQuery("update JobStep s set s.state = :cancelled, s.endedAt = :now"
                        + " where s.jobId = :job and s.state = :pending")
                .setParameter("cancelled", StepState.CANCELLED)
                .setParameter("pending", StepState.PENDING)
                .setParameter("now", now)
                .setParameter("job", jobId)
                .executeUpdate();
    }

    long count(long jobId, List<StepState> states) {
        return em.createQuery("select count(s) from JobStep s where s.jobId = :job and s.state in :states", Long.class)
                .setParameter("job", jobId)
                .setParameter("states", states)
                .getSingleResult();
    }

    List<JobStep> running() {
        return em.createQuery("select s from JobStep s where s.state = :running", JobStep.class)
                .setParameter("running", StepState.RUNNING)
                .setMaxResults(500)
                .getResultList();
    }

    /** Steps for which no worker came in time, at most {@code limit}; the next look at them is put off. */
    List<JobStep> overdue(Instant now, int limit) {
        List<JobStep> steps = em.createQuery(
                        "select s from JobStep s where s.state = :pending and s.wakeAt <= :now order by s.wakeAt",
                        JobStep.class)
                .setParameter("pending", StepState.PENDING)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
        if (!steps.isEmpty()) {
            em.createQuery("update JobStep s set s.wakeAt = :later where s.id in :ids")
                    .setParameter("later", now.plus(JobStep.WAKE_AFTER))
                    .setParameter("ids", steps.stream().map(JobStep::id).toList())
                    .executeUpdate();
        }
        return steps;
    }
}

package io.commonplace.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Reads and writes the rows of steps. Each change of state is one conditional update. */
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

    /** @return whether the worker has the step now */
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

    /** @return whether the claim with {@code token} was still valid */
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

    /** Undoes a claim, so that the attempt doesn't count; the sweep sends the message at once. */
    void undoClaim(long id, int token, Instant now) {
        em.createQuery("update JobStep s set s.state = :pending, s.attempts = s.attempts - 1, s.wakeAt = :now"
                        + " where s.id = :id and s.token = :token and s.state = :running")
                .setParameter("pending", StepState.PENDING)
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("token", token)
                .setParameter("running", StepState.RUNNING)
                .executeUpdate();
    }

    /** Postpones the time at which a pending step is overdue. */
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

    /**
     * At most {@code limit} steps that no worker has claimed in time; it postpones the time at which they are overdue again. A job
     * of which workers claim steps all the time is left out: its other messages are not lost, they wait for their turn. A job of
     * thousands of steps would fill the queue with their repetitions.
     */
    List<JobStep> overdue(Instant now, int limit) {
        List<JobStep> steps = em.createQuery(
                        "select s from JobStep s where s.state = :pending and s.wakeAt <= :now and s.jobId not in"
                                + " (select r.jobId from JobStep r where r.state = :running and r.claimedAt > :recently)"
                                + " order by s.wakeAt",
                        JobStep.class)
                .setParameter("running", StepState.RUNNING)
                .setParameter("recently", now.minus(JobStep.RECENTLY))
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

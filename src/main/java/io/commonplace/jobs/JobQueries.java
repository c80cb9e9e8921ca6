package io.commonplace.jobs;

import io.commonplace.database.ReadRouter;
import io.commonplace.database.TimeOrderedQuery;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.TimeKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Queries about jobs. */
@ApplicationScoped
public class JobQueries {
    /** Notes that are read at a time. */
    private static final int BATCH = 1_000;

    private static final String HEADS =
            "select new io.commonplace.jobs.JobHead(j.id, j.title, j.state, j.cancelRequested, j.done, j.total,"
                    + " j.result, j.createdBy, j.createdAt) from Job j where ";

    private static final TimeOrderedQuery<JobHead> ALL = heads("1 = 1");
    private static final TimeOrderedQuery<JobHead> BY = heads("j.createdBy = :by");

    @Inject
    private ReadRouter router;

    @Inject
    private JobKinds kinds;

    public Optional<JobStatus> status(long jobId) {
        return router.find(em -> Optional.ofNullable(em.find(Job.class, jobId)).map(job -> status(em, job)));
    }

    private static TimeOrderedQuery<JobHead> heads(String condition) {
        return new TimeOrderedQuery<>(JobHead.class, HEADS + condition, "j.createdAt", "j.id");
    }

    /**
     * A part of the list of jobs, newest first.
     *
     * @param createdBy a login name, or empty for the jobs of all people
     */
    public ListPart<JobHead> latest(String createdBy, ListWindow<TimeKey> window, int size) {
        // Two statements, because a single one for both cases could use no index.
        return createdBy.isEmpty()
                ? router.read(em -> ALL.part(em, window, size, query -> {}))
                : router.read(em -> BY.part(em, window, size, query -> query.setParameter("by", createdBy)));
    }

    /** The jobs that wait or run. They are found by their open steps, for which there is an index. */
    public List<OpenJobs> open() {
        return router.read(em -> em.createQuery(
                        "select new io.commonplace.jobs.OpenJobs(j.kind, j.state, count(j), min(j.createdAt)) from Job j"
                                + " where j.id in (select s.jobId from JobStep s where s.state in :open)"
                                + " group by j.kind, j.state",
                        OpenJobs.class)
                .setParameter("open", List.of(StepState.PENDING, StepState.RUNNING))
                .getResultList());
    }

    /**
     * Problems first, then hints, each in the order of their subjects.
     *
     * @param first the number of notes to skip
     */
    public List<JobNote> notes(long jobId, int first, int limit) {
        return router.read(em -> em.createQuery(
                        "select n from JobNote n where n.jobId = :job order by n.severity desc, n.subject, n.id",
                        JobNote.class)
                .setParameter("job", jobId)
                .setFirstResult(first)
                .setMaxResults(limit)
                .getResultList());
    }

    /** All notes, in the order in which they were written. */
    public Stream<JobNote> allNotes(long jobId) {
        return Stream.iterate(
                        notesAfter(jobId, 0),
                        batch -> !batch.isEmpty(),
                        batch -> notesAfter(jobId, batch.get(batch.size() - 1).id()))
                .flatMap(List::stream);
    }

    private List<JobNote> notesAfter(long jobId, long id) {
        return router.read(em -> em.createQuery(
                        "select n from JobNote n where n.jobId = :job and n.id > :id order by n.id", JobNote.class)
                .setParameter("job", jobId)
                .setParameter("id", id)
                .setMaxResults(BATCH)
                .getResultList());
    }

    /** The number of notes of each kind; 0 if there are none. */
    public Map<JobNote.Severity, Long> noteCounts(long jobId) {
        Map<JobNote.Severity, Long> counts = new EnumMap<>(JobNote.Severity.class);
        for (JobNote.Severity severity : JobNote.Severity.values()) {
            counts.put(severity, 0L);
        }
        router.read(em -> em.createQuery(
                                "select n.severity, count(n) from JobNote n where n.jobId = :job group by n.severity",
                                Object[].class)
                        .setParameter("job", jobId)
                        .getResultList())
                .forEach(row -> counts.put((JobNote.Severity) row[0], (Long) row[1]));
        return counts;
    }

    /** The kinds of notes by their number, the most frequent first, each with one of its messages. */
    public List<NoteKind> noteKinds(long jobId) {
        return router.read(em -> em.createQuery(
                        "select new io.commonplace.jobs.NoteKind(n.severity, n.kind, count(n), min(n.message)) from JobNote n"
                                + " where n.jobId = :job group by n.severity, n.kind order by count(n) desc, n.kind",
                        NoteKind.class)
                .setParameter("job", jobId)
                .getResultList());
    }

    private JobStatus status(EntityManager em, Job job) {
        long problems = em.createQuery(
                        "select count(n) from JobNote n where n.jobId = :job and n.severity = :problem", Long.class)
                .setParameter("job", job.id())
                .setParameter("problem", JobNote.Severity.PROBLEM)
                .getSingleResult();
        return new JobStatus(
                job.id(),
                job.kind(),
                job.title(),
                job.state(),
                job.isCancelRequested(),
                job.done(),
                job.total(),
                job.result(),
                job.createdBy(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt(),
                problems,
                kinds.href(job),
                kinds.download(job),
                kinds.next(job).orElse(null),
                shares(em, job.id()));
    }

    /** The steps done by each clone. A worker is the clone's name, {@code @}, and an identifier that is new after each start. */
    private static List<JobStatus.Share> shares(EntityManager em, long jobId) {
        List<Object[]> rows = em.createQuery(
                        "select s.worker, count(s) from JobStep s where s.jobId = :job and s.state = :done"
                                + " group by s.worker order by s.worker",
                        Object[].class)
                .setParameter("job", jobId)
                .setParameter("done", StepState.DONE)
                .getResultList();
        Map<String, Long> byName = new TreeMap<>();
        for (Object[] row : rows) {
            byName.merge(((String) row[0]).replaceFirst("@.*", ""), (Long) row[1], Long::sum);
        }
        return byName.entrySet().stream()
                .map(entry -> new JobStatus.Share(entry.getKey(), entry.getValue()))
                .toList();
    }
}

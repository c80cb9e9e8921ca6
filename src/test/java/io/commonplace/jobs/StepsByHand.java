package io.commonplace.jobs;

import io.commonplace.database.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Writes and reads the rows of steps without a message, so that no worker claims them. */
@ApplicationScoped
@Transactional
public class StepsByHand {
    private static final Duration AFTER_THE_TEST = Duration.ofHours(1);

    @Inject
    private JobStore jobs;

    @Inject
    private StepStore steps;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    /** Adds a job with one step, without a message. @return the step's identifier */
    public long add(NewJob newJob) {
        Job job = new Job(ids.next(), newJob, clock.instant());
        jobs.add(job);
        long step = ids.next();
        steps.add(new JobStep(step, job.id(), "by hand", 0, 1, clock.instant().plus(AFTER_THE_TEST)));
        return step;
    }

    /** Adds a step to the job of another one. @return its identifier */
    public long addBeside(long stepId) {
        long step = ids.next();
        steps.add(new JobStep(
                step,
                steps.get(stepId).jobId(),
                "by hand",
                0,
                1,
                clock.instant().plus(AFTER_THE_TEST)));
        return step;
    }

    /** The steps that are overdue when some time will have passed. */
    public List<Long> overdueAfter(Duration time) {
        return steps.overdue(clock.instant().plus(time), 10_000).stream()
                .map(JobStep::id)
                .toList();
    }

    /** Claims a step as if some time had passed. */
    public void claimAfter(Duration time, long stepId, String worker) {
        steps.claim(stepId, worker, clock.instant().plus(time));
    }

    /** Adds a job like {@link #add}. @return the job's identifier */
    public long addJob(NewJob newJob) {
        return steps.get(add(newJob)).jobId();
    }

    public JobStep get(long stepId) {
        return steps.get(stepId);
    }
}

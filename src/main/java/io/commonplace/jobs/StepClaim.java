package io.commonplace.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Claims a step for a worker, in a transaction of its own. */
@ApplicationScoped
class StepClaim {
    @Inject
    private StepStore steps;

    @Inject
    private JobStore jobs;

    @Inject
    private Clock clock;

    /** @return null if another worker has the step, or it is done */
    @Transactional
    public @Nullable Claimed claim(long stepId, String worker) {
        if (!steps.claim(stepId, worker, clock.instant())) {
            return null;
        }
        JobStep step = steps.get(stepId);
        Job job = jobs.find(step.jobId());
        if (job == null) {
            return null;
        }
        if (job.state() == JobState.QUEUED) {
            // The job's time begins when its first step begins, not when that ends.
            jobs.lock(job.id()).begin(clock.instant());
        }
        return new Claimed(job, step);
    }

    record Claimed(Job job, JobStep step) {}
}

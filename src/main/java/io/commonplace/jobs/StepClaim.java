package io.commonplace.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Takes a step for this worker, in a transaction of its own. */
@ApplicationScoped
class StepClaim {
    @Inject
    private StepStore steps;

    @Inject
    private JobStore jobs;

    @Inject
    private Clock clock;

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
            // The first step: the job's time begins with its work, not with the work's first end.
            jobs.lock(job.id()).begin(clock.instant());
        }
        return new Claimed(job, step);
    }

    record Claimed(Job job, JobStep step) {}
}

package io.commonplace.jobs;

import io.commonplace.database.Ids;
import io.commonplace.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Consumer;

/** Starts and cancels jobs. */
@ApplicationScoped
public class Jobs {
    @Inject
    private JobStore store;

    @Inject
    private StepStore steps;

    @Inject
    private StepTransactions transactions;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @Inject
    private Event<Object> events;

    /**
     * Writes a job and its first steps, in the caller's transaction or in one of its own.
     *
     * @return the job's identifier
     */
    @Writes
    public long submit(NewJob newJob, Consumer<StepCommit> firstSteps) {
        Job job = new Job(ids.next(), newJob, clock.instant());
        store.add(job);
        StepCommit commit = new StepCommit(job);
        firstSteps.accept(commit);
        transactions.write(job, commit);
        events.fire(new JobStateChanged(job.id(), job.kind(), job.state()));
        return job.id();
    }

    /** Cancels the pending steps. Running steps stop at their next check. A second call has no effect. */
    @Writes
    public void cancel(long jobId) {
        Job job = store.lock(jobId);
        if (!job.state().isFinal()) {
            job.requestCancel();
            steps.cancelPending(jobId, clock.instant());
            transactions.settle(job);
            events.fire(new JobChanged(jobId));
        }
    }
}

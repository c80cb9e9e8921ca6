package io.commonplace.jobs;

import io.commonplace.database.Ids;
import io.commonplace.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Consumer;

/** Asking for work, and asking for its end. */
@ApplicationScoped
public class Jobs {
    @Inject
    private JobStore store;

    @Inject
    private StepStore steps;

    @Inject
    private StepTransactions end;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @Inject
    private Event<Object> events;

    /**
     * Writes a job and its first steps, in the caller's transaction or one of its own.
     *
     * @return the job's identifier
     */
    @Writes
    public long submit(NewJob asked, Consumer<StepCommit> firstSteps) {
        Job job = new Job(ids.next(), asked, clock.instant());
        store.add(job);
        StepCommit commit = new StepCommit(job);
        firstSteps.accept(commit);
        end.write(job, commit);
        events.fire(new JobStateChanged(job.id(), job.kind(), job.state()));
        return job.id();
    }

    /** Takes the steps back that nobody has begun; those that run stop at their next look. Cancelling twice does no harm. */
    @Writes
    public void cancel(long jobId) {
        Job job = store.lock(jobId);
        if (!job.state().isFinal()) {
            job.requestCancel();
            steps.cancelPending(jobId, clock.instant());
            end.settle(job);
            events.fire(new JobChanged(jobId));
        }
    }
}

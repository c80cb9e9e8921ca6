package io.commonplace.jobs;

import java.util.function.Consumer;

/** One attempt at one step, as the kind sees it. */
public final class StepRun {
    private final Job job;
    private final JobStep step;
    private final StepTransactions end;
    private boolean refused;

    StepRun(Job job, JobStep step, StepTransactions end) {
        this.job = job;
        this.step = step;
        this.end = end;
    }

    public long jobId() {
        return job.id();
    }

    public String payload() {
        return job.payload();
    }

    public String createdBy() {
        return job.createdBy();
    }

    public String name() {
        return step.name();
    }

    public int firstItem() {
        return step.firstItem();
    }

    /** Exclusive. */
    public int lastItem() {
        return step.lastItem();
    }

    /** Goes no further if somebody has asked for the job's end; a long step calls it now and then. */
    public void stopIfCancelled() {
        if (end.isCancelRequested(job.id())) {
            throw new StepCancelled();
        }
    }

    /**
     * Does {@code work} and ends the step, in one transaction.
     *
     * @param items how many of the job's items this was
     * @throws StepLost if another worker has the step by now; nothing was changed then
     */
    public void commit(int items, Consumer<StepCommit> work) {
        end.commit(step, items, work);
    }

    /**
     * Ends the step and its job as failed: what was asked for can't be done, and another attempt would find the same.
     *
     * @param reason for people, who can mend it; it is what the job came to, and its first problem
     * @param work what else there is to say
     * @throws StepLost as {@link #commit} does
     */
    public void refuse(String reason, Consumer<StepCommit> work) {
        end.refuse(step, reason, work);
        refused = true;
    }

    boolean isRefused() {
        return refused;
    }
}

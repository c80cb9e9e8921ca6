package io.commonplace.jobs;

import java.util.function.Consumer;

/** One attempt at one step, for the {@link JobKind} that runs it. */
public final class StepRun {
    private final Job job;
    private final JobStep step;
    private final StepTransactions transactions;
    private boolean refused;

    StepRun(Job job, JobStep step, StepTransactions transactions) {
        this.job = job;
        this.step = step;
        this.transactions = transactions;
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

    /** The end of the items, exclusive. */
    public int lastItem() {
        return step.lastItem();
    }

    /** Stops the step if its job was cancelled. A long step calls this from time to time. */
    public void stopIfCancelled() {
        if (transactions.isCancelRequested(job.id())) {
            throw new StepCancelled();
        }
    }

    /**
     * Runs {@code work} and ends the step, in one transaction.
     *
     * @param items the number of the job's items that the step has done
     * @throws StepLost if another worker has the step now; nothing was changed then
     */
    public void commit(int items, Consumer<StepCommit> work) {
        transactions.commit(step, items, work);
    }

    /**
     * Ends the step and its job as failed, without further attempts: the job can't be done.
     *
     * @param reason for people, who can correct it; it becomes the job's result and its first problem
     * @param work may add further notes
     * @throws StepLost as {@link #commit} does
     */
    public void refuse(String reason, Consumer<StepCommit> work) {
        transactions.refuse(step, reason, work);
        refused = true;
    }

    boolean isRefused() {
        return refused;
    }
}

package io.commonplace.jobs;

import java.util.Optional;

/** One kind of job: the work of its steps. Implementations are application-scoped beans. */
public interface JobKind {
    /** The name in the job's row. */
    String name();

    Lane lane();

    /**
     * Runs a step. It may run several times, even concurrently. So all lasting changes must be in one {@link StepRun#commit},
     * or be idempotent.
     */
    void run(StepRun step);

    /** Called when no step is left. It adds further steps, or sets the job's result by {@link StepCommit#finish}. */
    void allStepsDone(StepCommit commit);

    /** Called when the job ends in any state. It cleans up, in the transaction that ends the job. */
    default void ended(StepCommit commit) {}

    /** The address of the page that a job with this payload works on; empty if there is none. */
    default String href(String payload) {
        return "";
    }

    /** The address of the file that a job with this payload makes, once it is done; empty if it makes none. */
    default String download(String payload) {
        return "";
    }

    /** What a person may do next with a job of this kind that has ended; empty if there is nothing. */
    default Optional<JobLink> next(Job job) {
        return Optional.empty();
    }

    /** The queue of a kind's messages. There are two, so that short work doesn't wait behind long work. */
    enum Lane {
        FAST("jobs.fast"),
        BULK("jobs.bulk");

        private final String queue;

        Lane(String queue) {
            this.queue = queue;
        }

        public String queue() {
            return queue;
        }
    }
}

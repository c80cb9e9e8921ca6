package io.commonplace.jobs;

/** What the steps of one kind of job do. Implementations are application scoped beans. */
public interface JobKind {
    /** The name that stands in the job's row. */
    String name();

    Lane lane();

    /**
     * Does a step. It may run more than once, also twice at the same time: what it changes for good belongs into one
     * {@link StepRun#commit}, or is something that may be done twice.
     */
    void run(StepRun step);

    /** No step is left: adds further ones, or says in {@link StepCommit#finish} what came of it. */
    void allStepsDone(StepCommit commit);

    /** The job has ended, in whatever way: tidies up, in the transaction that ends it. */
    default void ended(StepCommit commit) {}

    /** Where people find what a job with this payload works on; empty if it has no address. */
    default String href(String payload) {
        return "";
    }

    /** The queue that a kind's messages take, so that long work doesn't stand before short work. */
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

package io.commonplace.jobs;

/** The outcome of one attempt at a step. */
public enum StepOutcome {
    DONE,
    /** The job can't be done, for a reason that a person can correct. It is not a bug. */
    REFUSED,
    /** The job was cancelled. */
    CANCELLED,
    /** Another worker has claimed the step. */
    LOST,
    /** Nothing could be saved. The attempt doesn't count. */
    INTERRUPTED,
    FAILED
}

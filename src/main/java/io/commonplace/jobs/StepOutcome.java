package io.commonplace.jobs;

/** What came of one attempt at a step. */
public enum StepOutcome {
    DONE,
    /** Somebody wanted the job's end. */
    CANCELLED,
    /** Another worker had it meanwhile. */
    LOST,
    /** Nothing could be saved; the attempt doesn't count. */
    INTERRUPTED,
    FAILED
}

package io.commonplace.jobs;

/** What came of one attempt at a step. */
public enum StepOutcome {
    DONE,
    /** What was asked for can't be done, as the step found out: a person's matter, no fault of ours. */
    REFUSED,
    /** Somebody wanted the job's end. */
    CANCELLED,
    /** Another worker had it meanwhile. */
    LOST,
    /** Nothing could be saved; the attempt doesn't count. */
    INTERRUPTED,
    FAILED
}

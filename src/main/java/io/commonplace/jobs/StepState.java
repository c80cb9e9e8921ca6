package io.commonplace.jobs;

/** The states of a step. A failed attempt leads back to PENDING, until there were too many. */
enum StepState {
    PENDING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
}

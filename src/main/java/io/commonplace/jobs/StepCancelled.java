package io.commonplace.jobs;

import java.io.Serial;

/** Ends a step's work because somebody has asked for the job's end. */
final class StepCancelled extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;
}

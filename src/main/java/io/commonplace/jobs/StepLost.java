package io.commonplace.jobs;

import java.io.Serial;

/** Somebody thought this worker dead and gave its step to another, or the job has ended meanwhile. */
public final class StepLost extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    StepLost(long stepId) {
        super("Step " + stepId + " belongs to another worker by now");
    }
}

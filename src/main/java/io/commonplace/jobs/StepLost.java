package io.commonplace.jobs;

import java.io.Serial;

/** Another worker has the step now, because this one was taken for dead; or the job has ended. */
public final class StepLost extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    StepLost(long stepId) {
        super("Step " + stepId + " now belongs to another worker");
    }
}

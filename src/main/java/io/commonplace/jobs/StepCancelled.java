package io.commonplace.jobs;

import java.io.Serial;

/** Stops a running step because its job was cancelled. */
final class StepCancelled extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;
}

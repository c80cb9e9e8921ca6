package io.commonplace.jobs;

import io.commonplace.platform.log.LogContext;
import io.commonplace.platform.trace.Traces;

/**
 * The request that caused some work. Messages contain it, so that logs and traces lead from the request to the workers.
 *
 * @param request its id; empty if it is not known
 * @param trace from {@link Traces#traceParent}; empty if there is none
 */
record Origin(String request, String trace) {
    /** The origin of steps that the sweep has found. */
    static final Origin UNKNOWN = new Origin("", "");

    static Origin ofThisThread() {
        return new Origin(LogContext.request(), Traces.traceParent());
    }
}

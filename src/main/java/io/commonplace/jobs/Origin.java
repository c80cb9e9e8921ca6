package io.commonplace.jobs;

import io.commonplace.platform.log.LogContext;
import io.commonplace.platform.trace.Traces;

/**
 * What the work was caused by; messages carry it along, so that logs and traces can be followed to the workers.
 *
 * @param request its number; empty if it is not known
 * @param trace as {@link Traces#present} tells it; empty if there is none
 */
record Origin(String request, String trace) {
    /** Of what was found lying there. */
    static final Origin UNKNOWN = new Origin("", "");

    static Origin ofThisThread() {
        return new Origin(LogContext.request(), Traces.traceParent());
    }
}

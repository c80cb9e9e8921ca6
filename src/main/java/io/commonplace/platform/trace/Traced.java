package io.commonplace.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** A span of a trace on this thread, until it is closed. */
public final class Traced implements AutoCloseable {
    /** Work that is not traced. */
    static final Traced NOT = new Traced(Span.getInvalid(), Scope.noop());

    private final Span span;
    private final Scope scope;
    private boolean done;

    private Traced(Span span, Scope scope) {
        this.span = span;
        this.scope = scope;
    }

    @SuppressWarnings("MustBeClosedChecker") // by close
    static Traced begin(Span span) {
        return new Traced(span, span.makeCurrent());
    }

    @SuppressWarnings("MustBeClosedChecker")
    static Traced within(Context context) {
        return new Traced(Span.getInvalid(), context.makeCurrent());
    }

    public Traced with(String name, String value) {
        span.setAttribute(name, value);
        return this;
    }

    public Traced with(String name, long value) {
        span.setAttribute(name, value);
        return this;
    }

    /** Marks the work as successful. Work that is closed without this call has failed. */
    public void done() {
        // NOT is shared by all threads and must not change.
        if (span.isRecording()) {
            done = true;
        }
    }

    @Override
    public void close() {
        scope.close();
        if (!done) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}

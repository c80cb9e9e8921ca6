package io.commonplace.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Creates the spans of traces, if an operator has switched tracing on; otherwise each call only reads one field. Work that
 * belongs to no request and no job is not traced.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C: Trace Context</a>
 */
public final class Traces {
    private static final String PARENT = "traceparent";

    private static volatile @Nullable Tracer tracer;

    private Traces() {}

    /** Switches tracing on. */
    public static void begin(Tracer given) {
        tracer = given;
    }

    public static boolean areOn() {
        return tracer != null;
    }

    /** Begins a trace with a request. A parent that the client names is ignored. */
    public static Traced request(String method, String kind) {
        Tracer on = tracer;
        return on == null
                ? Traced.NOT
                : Traced.begin(on.spanBuilder(method + " " + kind)
                        .setNoParent()
                        .setSpanKind(SpanKind.SERVER)
                        .startSpan());
    }

    /**
     * Continues a trace of another thread, on any clone.
     *
     * @param traceParent from {@link #traceParent}; ignored if it does not have that form
     */
    public static Traced from(@Nullable String traceParent) {
        if (tracer == null || traceParent == null) {
            return Traced.NOT;
        }
        Context context = W3CTraceContextPropagator.getInstance().extract(Context.root(), traceParent, ReadParent.ONLY);
        return Traced.within(context);
    }

    /** Begins the span of a step of a job. */
    public static Traced step(String kind, String step) {
        Tracer on = tracer;
        return on == null
                ? Traced.NOT
                : Traced.begin(on.spanBuilder(kind + " " + step)
                        .setSpanKind(SpanKind.CONSUMER)
                        .startSpan());
    }

    /** Begins a span within the current one. */
    public static Traced part(String name) {
        Tracer on = tracer;
        return on == null || hasNoParent()
                ? Traced.NOT
                : Traced.begin(on.spanBuilder(name).startSpan());
    }

    /** Adds the span of a statement that has just ended. @param nanos its duration */
    public static void statement(String sql, long nanos) {
        Tracer on = tracer;
        if (on == null || hasNoParent()) {
            return;
        }
        long end = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        String verb = sql.substring(0, Math.max(0, sql.indexOf(' ')));
        on.spanBuilder("SQL " + verb)
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(end - nanos, TimeUnit.NANOSECONDS)
                .setAttribute("db.system", "mysql")
                .setAttribute("db.statement", sql)
                .startSpan()
                .end(end, TimeUnit.NANOSECONDS);
    }

    /** The thread's current span as a {@code traceparent} header, for {@link #from}; empty if it isn't traced. */
    public static String traceParent() {
        if (tracer == null) {
            return "";
        }
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), headers, Map::put);
        return headers.getOrDefault(PARENT, "");
    }

    private static boolean hasNoParent() {
        return !Span.current().getSpanContext().isValid();
    }

    /** Reads the only header that is passed on. */
    private enum ReadParent implements TextMapGetter<String> {
        ONLY;

        @Override
        public Iterable<String> keys(String traceParent) {
            return List.of(PARENT);
        }

        @Override
        public @Nullable String get(@Nullable String traceParent, String key) {
            return key.equals(PARENT) ? traceParent : null;
        }
    }
}

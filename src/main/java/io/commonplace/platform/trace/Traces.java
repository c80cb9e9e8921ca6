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
 * Makes the parts of traces, where an operator wants them. Where not, each call is a look at one field. What a thread does
 * for nobody's request or job is not traced.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C: Trace Context</a>
 */
public final class Traces {
    private static final String PARENT = "traceparent";

    private static volatile @Nullable Tracer tracer;

    private Traces() {}

    /** From now on, traces are made. */
    public static void begin(Tracer given) {
        tracer = given;
    }

    public static boolean areOn() {
        return tracer != null;
    }

    /** A request: the beginning of a trace, whatever the request says of itself. */
    public static Traced request(String method, String kind) {
        Tracer on = tracer;
        return on == null
                ? Traced.NOT
                : Traced.begin(on.spanBuilder(method + " " + kind)
                        .setNoParent()
                        .setSpanKind(SpanKind.SERVER)
                        .startSpan());
    }

    /** Goes on with what another thread, on whichever clone, has told by {@link #present}; with nothing, if it has not that form. */
    public static Traced from(@Nullable String told) {
        if (tracer == null || told == null) {
            return Traced.NOT;
        }
        Context context = W3CTraceContextPropagator.getInstance().extract(Context.root(), told, ReadParent.ONLY);
        return Traced.within(context);
    }

    /** A step of a job. */
    public static Traced step(String kind, String step) {
        Tracer on = tracer;
        return on == null
                ? Traced.NOT
                : Traced.begin(on.spanBuilder(kind + " " + step)
                        .setSpanKind(SpanKind.CONSUMER)
                        .startSpan());
    }

    /** A part of what is traced. */
    public static Traced part(String name) {
        Tracer on = tracer;
        return on == null || isForNobody()
                ? Traced.NOT
                : Traced.begin(on.spanBuilder(name).startSpan());
    }

    /** A statement that has just ended. @param nanos how long it took */
    public static void statement(String sql, long nanos) {
        Tracer on = tracer;
        if (on == null || isForNobody()) {
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

    /** What this thread is at, for {@link #from}; empty if that isn't traced. */
    public static String present() {
        if (tracer == null) {
            return "";
        }
        Map<String, String> told = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), told, Map::put);
        return told.getOrDefault(PARENT, "");
    }

    private static boolean isForNobody() {
        return !Span.current().getSpanContext().isValid();
    }

    /** Of all that could be told, the one thing that is. */
    private enum ReadParent implements TextMapGetter<String> {
        ONLY;

        @Override
        public Iterable<String> keys(String told) {
            return List.of(PARENT);
        }

        @Override
        public @Nullable String get(@Nullable String told, String key) {
            return key.equals(PARENT) ? told : null;
        }
    }
}

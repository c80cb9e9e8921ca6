package io.commonplace.platform.log;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the thread works on: a request, or a step of a job, with the id of the request that started the job. Code far below
 * can log it without knowing requests or jobs, and an entry on any clone can be found by the request's id.
 */
public final class LogContext implements AutoCloseable {
    private static final ThreadLocal<@Nullable LogContext> CURRENT = new ThreadLocal<>();

    /** The form of the balancer's ids. A client may send any text in their place. */
    private static final Pattern REQUEST = Pattern.compile("[\\w-]{1,64}");

    private final String description;
    private final Ids ids;
    private final @Nullable LogContext outer;

    private LogContext(String description, UnaryOperator<Ids> change) {
        this.description = description;
        this.outer = CURRENT.get();
        this.ids = change.apply(outer == null ? Ids.NONE : outer.ids);
        CURRENT.set(this);
    }

    /**
     * Begins the context of a request on this thread, until it is closed.
     *
     * @param request its id; ignored if it does not have the form of one
     */
    public static LogContext ofRequest(@Nullable String request, String description) {
        String id = request != null && REQUEST.matcher(request).matches() ? request : "";
        return new LogContext(description, ids -> new Ids(id, ids.job, ids.step));
    }

    /** Begins the context of a step of a job; the id of an outer context's request stays. */
    public static LogContext ofStep(long job, long step, String description) {
        return new LogContext(description, ids -> new Ids(ids.request, Long.toString(job), Long.toString(step)));
    }

    /** A description for the log. */
    public static String describe() {
        LogContext logContext = CURRENT.get();
        return logContext == null ? "the clone itself" : logContext.description + logContext.ids.requestSuffix();
    }

    /** The request's id; empty if there is none. */
    public static String request() {
        return ids().request;
    }

    /** The job's id; empty if there is none. */
    public static String job() {
        return ids().job;
    }

    /** The step's id; empty if there is none. */
    public static String step() {
        return ids().step;
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }

    private static Ids ids() {
        LogContext logContext = CURRENT.get();
        return logContext == null ? Ids.NONE : logContext.ids;
    }

    private record Ids(String request, String job, String step) {
        private static final Ids NONE = new Ids("", "", "");

        private String requestSuffix() {
            return request.isEmpty() ? "" : ", request " + request;
        }
    }
}

package io.commonplace.platform.log;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a thread works for now: a request, or a step of a job, and through it the request that asked for the job. What is
 * noticed far below, where nobody knows of either, can so be told with the page that caused it, and be found by the
 * request's number on whichever clone it happened.
 */
public final class LogContext implements AutoCloseable {
    private static final ThreadLocal<@Nullable LogContext> NOW = new ThreadLocal<>();

    /** What the balancer gives, and what others may claim that it gave. */
    private static final Pattern REQUEST = Pattern.compile("[\\w-]{1,64}");

    private final String description;
    private final Ids ids;
    private final @Nullable LogContext before;

    private LogContext(String description, UnaryOperator<Ids> change) {
        this.description = description;
        this.before = NOW.get();
        this.ids = change.apply(before == null ? Ids.NONE : before.ids);
        NOW.set(this);
    }

    /** Begins the context of a request on this thread; closing it ends it. @param request its number; none if it has not the form of one */
    public static LogContext ofRequest(@Nullable String request, String description) {
        String id = request != null && REQUEST.matcher(request).matches() ? request : "";
        return new LogContext(description, ids -> new Ids(id, ids.job, ids.step));
    }

    /** The same for a step of a job, within the context of the request that asked for it, if that is known. */
    public static LogContext ofStep(long job, long step, String description) {
        return new LogContext(description, ids -> new Ids(ids.request, Long.toString(job), Long.toString(step)));
    }

    /** In words for a log. */
    public static String now() {
        LogContext logContext = NOW.get();
        return logContext == null ? "the clone itself" : logContext.description + logContext.ids.requestInWords();
    }

    /** The request's number; empty if there is none. */
    public static String request() {
        return ids().request;
    }

    /** The job's number; empty if there is none. */
    public static String job() {
        return ids().job;
    }

    /** The step's number; empty if there is none. */
    public static String step() {
        return ids().step;
    }

    @Override
    public void close() {
        if (before == null) {
            NOW.remove();
        } else {
            NOW.set(before);
        }
    }

    private static Ids ids() {
        LogContext logContext = NOW.get();
        return logContext == null ? Ids.NONE : logContext.ids;
    }

    private record Ids(String request, String job, String step) {
        private static final Ids NONE = new Ids("", "", "");

        private String requestInWords() {
            return request.isEmpty() ? "" : ", request " + request;
        }
    }
}

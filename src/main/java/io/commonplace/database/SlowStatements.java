package io.commonplace.database;

import io.commonplace.platform.log.LogContext;
import io.commonplace.platform.trace.Traces;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.queries.Call;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Logs statements that take longer than {@code commonplace.database.slow-millis}, with the request or the job that they
 * belong to, and without their parameters. A statement that fails after this time counts as well.
 */
final class SlowStatements extends SessionEventAdapter {
    static final Logger LOG = Logger.getLogger(SlowStatements.class.getName());

    private static final ThreadLocal<Long> BEGUN = ThreadLocal.withInitial(System::nanoTime);
    private static final LongAdder COUNT = new LongAdder();
    private static volatile Duration limit = Duration.ofMillis(500);

    /** Sets the limit. */
    static void limit(Duration limit) {
        SlowStatements.limit = limit;
    }

    static Duration limit() {
        return limit;
    }

    /** The number of slow statements since this clone started. */
    static long count() {
        return COUNT.sum();
    }

    /** Reads the limit from the configuration. Tests without a container have none. */
    static void configure() {
        try {
            ConfigProvider.getConfig()
                    .getOptionalValue("commonplace.database.slow-millis", Long.class)
                    .ifPresent(millis -> limit(Duration.ofMillis(millis)));
        } catch (IllegalStateException e) {
            LOG.log(Level.FINE, "There is no configuration", e);
        }
    }

    @Override
    public void preExecuteCall(SessionEvent event) {
        BEGUN.set(System.nanoTime());
    }

    @Override
    public void postExecuteCall(SessionEvent event) {
        check(BEGUN.get(), event.getCall());
    }

    /** Logs a statement if it was slow, and traces it. @param begun in the time of {@link System#nanoTime()} */
    static void check(long begun, Call call) {
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        if (Traces.areOn()) {
            Traces.statement(sql(call), taken.toNanos());
        }
        if (taken.compareTo(limit) >= 0) {
            COUNT.increment();
            LOG.log(Level.WARNING, "Slow statement: {0} ms for {1}, by {2}", new Object[] {
                Long.toString(taken.toMillis()), sql(call), LogContext.describe()
            });
        }
    }

    private static String sql(Call call) {
        return call instanceof DatabaseCall statement ? statement.getSQLString() : call.toString();
    }
}

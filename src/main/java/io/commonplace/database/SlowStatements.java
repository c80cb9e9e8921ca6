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
 * Logs each statement that took longer than {@code commonplace.database.slow-millis}, with the request or the job that
 * it was for, and without its parameters. A statement that fails late counts as well.
 */
final class SlowStatements extends SessionEventAdapter {
    static final Logger LOG = Logger.getLogger(SlowStatements.class.getName());

    private static final ThreadLocal<Long> BEGUN = ThreadLocal.withInitial(System::nanoTime);
    private static final LongAdder SEEN = new LongAdder();
    private static volatile Duration limit = Duration.ofMillis(500);

    /** From now on, statements are slow from {@code limit} on. */
    static void limit(Duration limit) {
        SlowStatements.limit = limit;
    }

    static Duration limit() {
        return limit;
    }

    /** How many there were since this clone started. */
    static long seen() {
        return SEEN.sum();
    }

    /** As the configuration says, in a container that has one. */
    static void configure() {
        try {
            ConfigProvider.getConfig()
                    .getOptionalValue("commonplace.database.slow-millis", Long.class)
                    .ifPresent(millis -> limit(Duration.ofMillis(millis)));
        } catch (IllegalStateException e) {
            LOG.log(Level.FINE, "Nobody provides a configuration", e);
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

    /** Logs what has begun at {@code begun}, by {@link System#nanoTime()}, if it was slow; a trace shows all. */
    static void check(long begun, Call call) {
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        if (Traces.areOn()) {
            Traces.statement(sql(call), taken.toNanos());
        }
        if (taken.compareTo(limit) >= 0) {
            SEEN.increment();
            LOG.log(Level.WARNING, "Slow statement: {0} ms for {1}, by {2}", new Object[] {
                Long.toString(taken.toMillis()), sql(call), LogContext.describe()
            });
        }
    }

    private static String sql(Call call) {
        return call instanceof DatabaseCall statement ? statement.getSQLString() : call.toString();
    }
}

package io.commonplace.database;

import java.util.concurrent.atomic.LongAdder;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Counts the queries that EclipseLink executes, so that a test can check that a page runs no SQL. It also registers
 * {@link SlowStatements}. Configured in persistence.xml.
 */
public class StatementCounter implements SessionCustomizer {
    private static final LongAdder EXECUTED = new LongAdder();

    /** The number of queries that this clone has executed since it started, in all persistence units. */
    public static long executed() {
        return EXECUTED.sum();
    }

    /** The number of slow statements since this clone started. */
    public static long slow() {
        return SlowStatements.count();
    }

    @Override
    public void customize(Session session) {
        SlowStatements.configure();
        session.getEventManager().addListener(new SlowStatements());
        session.getEventManager().addListener(new SessionEventAdapter() {
            @Override
            public void preExecuteQuery(SessionEvent event) {
                EXECUTED.increment();
            }
        });
    }
}

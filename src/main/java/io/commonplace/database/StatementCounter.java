package io.commonplace.database;

import java.util.concurrent.atomic.LongAdder;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Counts what EclipseLink executes, so that a page that is said to run no SQL can be held to it, and has what is slow
 * logged. Named in persistence.xml.
 */
public class StatementCounter implements SessionCustomizer {
    private static final LongAdder EXECUTED = new LongAdder();

    /** Queries executed by this clone since it started, all persistence units together. */
    public static long executed() {
        return EXECUTED.sum();
    }

    /** Of these, how many were slow and stand in the log. */
    public static long slow() {
        return SlowStatements.seen();
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

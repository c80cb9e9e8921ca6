package io.commonplace.database;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;

/**
 * Switches off EclipseLink's own retries on the replicas: with them, a dead replica costs ten seconds a read instead of
 * some milliseconds. Named in persistence.xml.
 */
public class NoRetry extends StatementCounter {
    @Override
    public void customize(Session session) {
        super.customize(session);
        DatabaseLogin login = session.getLogin();
        login.setQueryRetryAttemptCount(0);
        login.setDelayBetweenConnectionAttempts(0);
    }
}

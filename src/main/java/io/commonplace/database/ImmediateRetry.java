package io.commonplace.database;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;

/**
 * For the primary: EclipseLink retries once, without a pause, if a connection turns out to be broken. Outside a transaction
 * the retry uses another connection; inside one, {@link WritesInterceptor} retries the use case. EclipseLink's default is
 * three attempts, five seconds apart: while the primary is frozen, a person would wait that long for an error that is
 * already certain. Configured in persistence.xml.
 */
public class ImmediateRetry extends StatementCounter {
    @Override
    public void customize(Session session) {
        super.customize(session);
        DatabaseLogin login = session.getLogin();
        login.setQueryRetryAttemptCount(1);
        login.setDelayBetweenConnectionAttempts(0);
    }
}

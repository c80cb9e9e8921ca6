package io.commonplace.database;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;

/**
 * For the primary: EclipseLink asks once more when a connection turns out to be broken, and doesn't pause before. Outside a
 * transaction that goes over another connection; inside one, {@link WritesInterceptor} begins anew. By itself EclipseLink asks
 * three times, five seconds apart, and who saves while the primary is frozen would wait that long to hear what is known
 * already. Named in persistence.xml.
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

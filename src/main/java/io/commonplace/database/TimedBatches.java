package io.commonplace.database;

import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.databaseaccess.ParameterizedSQLBatchWritingMechanism;
import org.eclipse.persistence.internal.sessions.AbstractSession;

/**
 * Measures JDBC batches for {@link SlowStatements}: EclipseLink sends a batch after the events of its statements. Configured
 * in persistence.xml.
 */
public class TimedBatches extends ParameterizedSQLBatchWritingMechanism {
    /** EclipseLink clones one mechanism for each connection. The clone needs a batch of its own and the platform's size. */
    @Override
    public void setAccessor(DatabaseAccessor accessor, AbstractSession session) {
        super.setAccessor(accessor, session);
        setMaxBatchSize(session.getPlatform().getMaxBatchWritingSize());
        clear();
    }

    @Override
    public void executeBatchedStatements(AbstractSession session) {
        DatabaseCall batch = previousCall;
        long begun = System.nanoTime();
        try {
            super.executeBatchedStatements(session);
        } finally {
            if (batch != null) {
                SlowStatements.check(begun, batch);
            }
        }
    }
}

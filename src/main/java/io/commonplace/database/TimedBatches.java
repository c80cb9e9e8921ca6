package io.commonplace.database;

import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.databaseaccess.ParameterizedSQLBatchWritingMechanism;
import org.eclipse.persistence.internal.sessions.AbstractSession;

/**
 * JDBC's batches, of which {@link SlowStatements} hears: EclipseLink sends them after the events of the statements that
 * they consist of. Named in persistence.xml.
 */
public class TimedBatches extends ParameterizedSQLBatchWritingMechanism {
    /** Each connection has a clone of one mechanism that was made without any: it begins with a batch of its own. */
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

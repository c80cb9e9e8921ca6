package io.commonplace.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Rolls back transactions that nobody ends. The container can leave one on its thread if the begin or end of a
 * {@code @Transactional} method fails at a broken connection. The thread's next work would join it: it would look successful,
 * hold its locks, and never be committed.
 */
@ApplicationScoped
public class StrayTransactions {
    private static final Logger LOG = Logger.getLogger(StrayTransactions.class.getName());

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;

    /** Call it where a thread begins and ends a request or a step of a job, outside of any transaction. */
    public void rollBack() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                LOG.log(Level.WARNING, "The thread's previous work left a transaction open; it is rolled back");
                transaction.rollback();
            }
        } catch (SystemException | IllegalStateException e) {
            LOG.log(Level.WARNING, "A transaction that was left open could not be rolled back", e);
        }
    }
}

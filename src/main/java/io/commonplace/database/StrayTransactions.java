package io.commonplace.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Transactions that nobody ends. The container can leave one on its thread when the begin or end of a
 * {@code @Transactional} method fails at a connection that has just broken. Whatever the thread did next would join it:
 * acknowledged, its locks kept from all others, and never committed.
 */
@ApplicationScoped
public class StrayTransactions {
    private static final Logger LOG = Logger.getLogger(StrayTransactions.class.getName());

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;

    /** To be called where a thread begins and ends something for somebody, outside of any transaction. */
    public void rollBack() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                LOG.log(Level.WARNING, "A transaction was left open by what this thread did before; it is rolled back");
                transaction.rollback();
            }
        } catch (SystemException | IllegalStateException e) {
            LOG.log(Level.WARNING, "A transaction that was left open could not be rolled back", e);
        }
    }
}

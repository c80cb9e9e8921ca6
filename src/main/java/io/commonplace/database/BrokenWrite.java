package io.commonplace.database;

import io.commonplace.platform.Census.NotCounted;
import jakarta.resource.spi.ResourceAllocationException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionRequiredException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a transaction that failed because of the primary, or of others, from one that failed because of what it wanted. */
enum BrokenWrite {
    /** The failure has another reason; nothing was saved. */
    OTHERWISE,
    /** Others were changing the same rows, or had all connections; nothing was saved. */
    CROWDED,
    /** The primary went away, or takes no writes any more, before the commit. */
    NOTHING_SAVED,
    /** The connection broke during the commit. */
    UNKNOWN;

    private static final int DEEPEST_CAUSE = 20;

    /** The end of a wait for a lock (1205), a deadlock (1213), and a wait that a promotion interrupted (1317). */
    private static final Set<Integer> LOCKED = Set.of(1205, 1213, 1317);

    /** The server runs with read_only (1290, 1836), or is being shut down (1053, 1927: the connection was killed). */
    private static final Set<Integer> NO_PRIMARY = Set.of(1053, 1290, 1836, 1927);

    static BrokenWrite how(Throwable failure) {
        boolean broken = false;
        boolean crowded = false;
        boolean committing = false;
        boolean rolledBack = false;
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEEPEST_CAUSE; i++) {
            broken |= isBroken(cause);
            crowded |= cause instanceof ResourceAllocationException
                    || cause instanceof SQLException e && LOCKED.contains(e.getErrorCode());
            committing |= cause instanceof TransactionalException;
            // The latter: it never began.
            rolledBack |= cause instanceof RollbackException || cause instanceof TransactionRequiredException;
            cause = cause.getCause();
        }
        if (committing && !rolledBack) {
            return UNKNOWN;
        }
        if (crowded) {
            return CROWDED;
        }
        return broken ? NOTHING_SAVED : OTHERWISE;
    }

    private static boolean isBroken(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLRecoverableException
                || cause instanceof NotCounted
                // Whose cause the transaction manager keeps to itself.
                || cause instanceof SystemException
                || cause instanceof SQLException e
                        && (isConnection(e.getSQLState()) || NO_PRIMARY.contains(e.getErrorCode()));
    }

    /** Class 08 of the SQL standard. */
    private static boolean isConnection(@Nullable String state) {
        return state != null && state.startsWith("08");
    }
}

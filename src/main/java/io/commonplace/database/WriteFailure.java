package io.commonplace.database;

import io.commonplace.platform.LiveMembers.NoHeartbeat;
import io.commonplace.platform.OutcomeUnknown;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.Unavailable;
import jakarta.persistence.OptimisticLockException;
import jakarta.resource.spi.ResourceAllocationException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionRequiredException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a transaction failed: because of the primary, because of other transactions, or because of its own statements. */
enum WriteFailure {
    /** The failure has another reason; nothing was saved. */
    OTHER,
    /** Another transaction holds the locks, or the database can't commit it; nothing was saved. */
    LOCKED,
    /** Another transaction was faster: it has created, changed or deleted the same row; nothing was saved. */
    CONFLICT,
    /** The pool has no free connection: there are too many writers, or the database does not answer them; nothing was saved. */
    POOL_EXHAUSTED,
    /** A promotion interrupted a wait for a lock; nothing was saved. */
    INTERRUPTED,
    /** The database's disk is full; nothing was saved. */
    DISK_FULL,
    /** The primary was lost or became read-only before the commit; nothing was saved, and another primary may be ready. */
    PRIMARY_LOST,
    /** The connection broke during the commit. */
    UNKNOWN;

    private static final int DEEPEST_CAUSE = 20;

    /** Lock wait timeout (1205), deadlock (1213). */
    private static final Set<Integer> LOCKS = Set.of(1205, 1213);

    /** A unique key (1062), a foreign key from either side (1451, 1452). Use cases check first, so these mean a conflict. */
    private static final Set<Integer> KEYS = Set.of(1062, 1451, 1452);

    private static final int QUERY_INTERRUPTED = 1317;

    /** The disk is full (1021, 1114: the engine reports a full table). */
    private static final Set<Integer> FULL = Set.of(1021, 1114);

    /**
     * The server is read-only (1290, 1836), shuts down (1053, 1927: the connection was killed), or is no member of its group
     * any more (3032: offline mode; 3100, 3101: the group did not agree to the commit; 3783: held while a primary is elected).
     * After 3100 at the end of a transaction the outcome is unknown all the same: the majority may have got it in the end.
     */
    private static final Set<Integer> NO_PRIMARY = Set.of(1053, 1290, 1836, 1927, 3032, 3100, 3101, 3783);

    static WriteFailure of(Throwable failure) {
        WriteFailure found = OTHER;
        boolean committing = false;
        boolean rolledBack = false;
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEEPEST_CAUSE; i++) {
            // The deepest cause counts: a connection that can't be allocated may be one that can't be opened.
            found = of(cause, found);
            committing |= cause instanceof TransactionalException;
            // TransactionRequiredException: no transaction was begun.
            rolledBack |= cause instanceof RollbackException || cause instanceof TransactionRequiredException;
            cause = cause.getCause();
        }
        return committing && !rolledBack ? UNKNOWN : found;
    }

    private static WriteFailure of(Throwable cause, WriteFailure known) {
        if (cause instanceof SQLException e && LOCKS.contains(e.getErrorCode())) {
            return LOCKED;
        }
        if (cause instanceof OptimisticLockException
                || cause instanceof SQLException e && KEYS.contains(e.getErrorCode())) {
            return CONFLICT;
        }
        if (cause instanceof SQLException e && e.getErrorCode() == QUERY_INTERRUPTED) {
            return INTERRUPTED;
        }
        if (cause instanceof SQLException e && FULL.contains(e.getErrorCode())) {
            return DISK_FULL;
        }
        if (isBroken(cause)) {
            return PRIMARY_LOST;
        }
        return cause instanceof ResourceAllocationException ? POOL_EXHAUSTED : known;
    }

    /**
     * Whether a retry may succeed. After a conflict, the retry finds the other transaction's rows, and uses them or refuses
     * with a message of its own.
     *
     * @param acceptsWrites whether the primary commits writes now
     */
    boolean isRetryable(boolean acceptsWrites) {
        return switch (this) {
            case INTERRUPTED, CONFLICT -> true;
            case LOCKED, POOL_EXHAUSTED, PRIMARY_LOST -> acceptsWrites;
            case OTHER, DISK_FULL, UNKNOWN -> false;
        };
    }

    /**
     * The refusal with a certain cause. A transaction that waits for a lock or a connection waits for other transactions:
     * either there are many of them, or the primary does not commit them.
     *
     * @param acceptsWrites whether the primary commits writes now
     * @return empty if the failure has another reason
     */
    Optional<Refusal> refusal(boolean acceptsWrites) {
        return switch (this) {
            case OTHER -> Optional.empty();
            case UNKNOWN -> Optional.of(new OutcomeUnknown("readOnly.outcomeUnknown"));
            case CONFLICT -> Optional.of(new Refusal("write.conflict"));
            case DISK_FULL -> Optional.of(new Unavailable("readOnly.refused.diskFull"));
            case INTERRUPTED, PRIMARY_LOST -> Optional.of(new Unavailable("readOnly.refused.primaryDown"));
            case LOCKED ->
                Optional.of(new Unavailable(acceptsWrites ? "readOnly.refused.locked" : "readOnly.refused.stalled"));
            case POOL_EXHAUSTED ->
                Optional.of(new Unavailable(acceptsWrites ? "readOnly.refused.busy" : "readOnly.refused.stalled"));
        };
    }

    private static boolean isBroken(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLRecoverableException
                || cause instanceof NoHeartbeat
                // The transaction manager does not pass its cause on.
                || cause instanceof SystemException
                || cause instanceof SQLException e
                        && (isConnection(e.getSQLState()) || NO_PRIMARY.contains(e.getErrorCode()));
    }

    /** Class 08 of the SQL standard: connection exception. */
    private static boolean isConnection(@Nullable String state) {
        return state != null && state.startsWith("08");
    }
}

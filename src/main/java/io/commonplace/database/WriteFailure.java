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

/** Tells a transaction that failed because of the primary, or of others, from one that failed because of what it wanted. */
enum WriteFailure {
    /** The failure has another reason; nothing was saved. */
    OTHERWISE,
    /** Others were changing the same rows, or the database could not end what they did; nothing was saved. */
    LOCKED,
    /** Somebody else was faster: what was to be made is there, or what was to be changed is gone or changed; nothing was saved. */
    OVERTAKEN,
    /** Others had all connections, or the database did not answer them; nothing was saved. */
    CROWDED,
    /** A wait for a lock was interrupted, as a promotion does it; nothing was saved. */
    INTERRUPTED,
    /** The database has no room left to write; nothing was saved. */
    NO_ROOM,
    /** The primary went away, or takes no writes any more, before the commit; another one may do so already. */
    NOTHING_SAVED,
    /** The connection broke during the commit. */
    UNKNOWN;

    private static final int DEEPEST_CAUSE = 20;

    /** The end of a wait for a lock, a deadlock. */
    private static final Set<Integer> LOCKS = Set.of(1205, 1213);

    /** A unique key (1062), a foreign key from either side (1451, 1452). Each use case looks before it writes. */
    private static final Set<Integer> KEYS = Set.of(1062, 1451, 1452);

    private static final int QUERY_INTERRUPTED = 1317;

    /** The disk is full (1021), a table is, for which the engine reports the same (1114). */
    private static final Set<Integer> FULL = Set.of(1021, 1114);

    /** The server runs with read_only (1290, 1836), or is being shut down (1053, 1927: the connection was killed). */
    private static final Set<Integer> NO_PRIMARY = Set.of(1053, 1290, 1836, 1927);

    static WriteFailure how(Throwable failure) {
        WriteFailure how = OTHERWISE;
        boolean committing = false;
        boolean rolledBack = false;
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEEPEST_CAUSE; i++) {
            // The deepest one counts: a connection that can't be allocated may be one that can't be made.
            how = how(cause, how);
            committing |= cause instanceof TransactionalException;
            // The latter: it never began.
            rolledBack |= cause instanceof RollbackException || cause instanceof TransactionRequiredException;
            cause = cause.getCause();
        }
        return committing && !rolledBack ? UNKNOWN : how;
    }

    private static WriteFailure how(Throwable cause, WriteFailure known) {
        if (cause instanceof SQLException e && LOCKS.contains(e.getErrorCode())) {
            return LOCKED;
        }
        if (cause instanceof OptimisticLockException
                || cause instanceof SQLException e && KEYS.contains(e.getErrorCode())) {
            return OVERTAKEN;
        }
        if (cause instanceof SQLException e && e.getErrorCode() == QUERY_INTERRUPTED) {
            return INTERRUPTED;
        }
        if (cause instanceof SQLException e && FULL.contains(e.getErrorCode())) {
            return NO_ROOM;
        }
        if (isBroken(cause)) {
            return NOTHING_SAVED;
        }
        return cause instanceof ResourceAllocationException ? CROWDED : known;
    }

    /**
     * Whether the same may succeed at once, done again instead of by the person. Who was overtaken then finds what the other
     * one has saved, and takes it as it is or refuses in words of its own.
     *
     * @param takesChanges whether the primary does
     */
    boolean isWorthAnotherAttempt(boolean takesChanges) {
        return switch (this) {
            case INTERRUPTED, OVERTAKEN -> true;
            case LOCKED, CROWDED, NOTHING_SAVED -> takesChanges;
            case OTHERWISE, NO_ROOM, UNKNOWN -> false;
        };
    }

    /**
     * What to say of it: the cause if it is known, and none that is only likely. Who waits for a lock or a connection in vain
     * waits for others; why those don't get on is told by whether the primary takes changes at all.
     *
     * @param takesChanges whether the primary does
     * @return empty if the failure has another reason
     */
    Optional<Refusal> refusal(boolean takesChanges) {
        return switch (this) {
            case OTHERWISE -> Optional.empty();
            case UNKNOWN -> Optional.of(new OutcomeUnknown("readOnly.outcomeUnknown"));
            case OVERTAKEN -> Optional.of(new Refusal("write.conflict"));
            case NO_ROOM -> Optional.of(new Unavailable("readOnly.refused.diskFull"));
            case INTERRUPTED, NOTHING_SAVED -> Optional.of(new Unavailable("readOnly.refused.primaryDown"));
            case LOCKED ->
                Optional.of(new Unavailable(takesChanges ? "readOnly.refused.locked" : "readOnly.refused.stalled"));
            case CROWDED ->
                Optional.of(new Unavailable(takesChanges ? "readOnly.refused.busy" : "readOnly.refused.stalled"));
        };
    }

    private static boolean isBroken(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLRecoverableException
                || cause instanceof NoHeartbeat
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

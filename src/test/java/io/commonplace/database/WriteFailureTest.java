package io.commonplace.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.platform.LiveMembers.NoHeartbeat;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.resource.spi.ResourceAllocationException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionRequiredException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

/** The failures have the form in which the transaction manager and the driver throw them. */
class WriteFailureTest {
    private static final SQLException GONE = new SQLException("Communications link failure", "08S01");

    @Test
    void aQueryThatLosesItsConnectionHasLostThePrimary() {
        assertThat(WriteFailure.of(new PersistenceException(GONE))).isEqualTo(WriteFailure.PRIMARY_LOST);
    }

    @Test
    void aReadOnlyServerIsNoPrimary() {
        SQLException readOnly = new SQLException("The server is running with --read-only", "HY000", 1290);
        assertThat(WriteFailure.of(new PersistenceException(readOnly))).isEqualTo(WriteFailure.PRIMARY_LOST);
    }

    @Test
    void aFailedFlushBeforeTheCommitSavesNothing() {
        RollbackException undone = new RollbackException("Flushing failed");
        undone.initCause(new PersistenceException(GONE));
        assertThat(WriteFailure.of(new TransactionalException("During commit", undone)))
                .isEqualTo(WriteFailure.PRIMARY_LOST);
    }

    @Test
    void aCloneWithoutAHeartbeatSavesNothing() {
        RollbackException undone = new RollbackException("Before completion");
        undone.initCause(new NoHeartbeat());
        assertThat(WriteFailure.of(new TransactionalException("During commit", undone)))
                .isEqualTo(WriteFailure.PRIMARY_LOST);
    }

    @Test
    void aFailedCommitMayHaveHappened() {
        assertThat(WriteFailure.of(new TransactionalException("During commit", new SystemException())))
                .isEqualTo(WriteFailure.UNKNOWN);
    }

    @Test
    void aCommitThatFailsForAnUnknownReasonMayHaveHappened() {
        assertThat(WriteFailure.of(new TransactionalException("During commit", new IllegalStateException())))
                .isEqualTo(WriteFailure.UNKNOWN);
    }

    /** The server rolls back before it reports that, but the majority of the group may have got the transaction. */
    @Test
    void aCommitThatTheGroupDoesNotAgreeToMayHaveHappened() {
        SystemException inCommit = new SystemException();
        inCommit.initCause(
                new XAException("jakarta.resource.spi.LocalTransactionException: Error on observer while running"
                        + " replication hook 'before_commit'."));
        assertThat(WriteFailure.of(new TransactionalException("During commit", inCommit)))
                .isEqualTo(WriteFailure.UNKNOWN);
    }

    @Test
    void aStatementThatTheGroupDoesNotAgreeToHasLostThePrimary() {
        SQLException refused =
                new SQLException("Error on observer while running replication hook 'before_commit'.", "HY000", 3100);
        assertThat(WriteFailure.of(new PersistenceException(refused))).isEqualTo(WriteFailure.PRIMARY_LOST);
    }

    @Test
    void aMissingTransactionIsABug() {
        assertThat(WriteFailure.of(new TransactionalException("Mandatory", new TransactionRequiredException())))
                .isEqualTo(WriteFailure.OTHER);
    }

    @Test
    void aDeadlockIsRetried() {
        SQLException deadlock = new SQLException("Deadlock found when trying to get lock", "40001", 1213);
        assertThat(WriteFailure.of(new PersistenceException(deadlock))).isEqualTo(WriteFailure.LOCKED);
        assertThat(WriteFailure.LOCKED.isRetryable(true)).isTrue();
    }

    @Test
    void aConnectionThatASwitchoverClosedIsRetried() {
        SQLException cut =
                new SQLNonTransientConnectionException("No operations allowed after connection closed.", "08003");
        assertThat(WriteFailure.of(new PersistenceException(cut))).isEqualTo(WriteFailure.PRIMARY_LOST);
        assertThat(WriteFailure.PRIMARY_LOST.isRetryable(true)).isTrue();
        assertThat(WriteFailure.PRIMARY_LOST.isRetryable(false)).isFalse();
    }

    @Test
    void aWaitForALockThatAPromotionInterruptsIsRetried() {
        SQLException interrupted = new SQLException("Query execution was interrupted", "70100", 1317);
        assertThat(WriteFailure.of(new PersistenceException(interrupted))).isEqualTo(WriteFailure.INTERRUPTED);
        assertThat(WriteFailure.INTERRUPTED.isRetryable(false)).isTrue();
    }

    @Test
    void aPoolWithoutAFreeConnectionIsExhausted() {
        SQLException none = new SQLException("Error in allocating a connection", new ResourceAllocationException());
        assertThat(WriteFailure.of(new PersistenceException(none))).isEqualTo(WriteFailure.POOL_EXHAUSTED);
        assertThat(key(new PersistenceException(none), true)).isEqualTo("readOnly.refused.busy");
    }

    /** The pool has room, but can't open connections. */
    @Test
    void aKilledBalancerIsNotReportedAsAFullPool() {
        ResourceAllocationException none = new ResourceAllocationException("Connection could not be allocated");
        none.initCause(GONE);
        var failure = new PersistenceException(new SQLException("Error in allocating a connection", none));
        assertThat(key(failure, true)).isEqualTo("readOnly.refused.primaryDown");
        assertThat(key(failure, false)).isEqualTo("readOnly.refused.primaryDown");
    }

    /** Transactions that wait for the primary hold all connections. */
    @Test
    void aFrozenPrimaryIsNotReportedAsAFullPool() {
        SQLException none = new SQLException("Error in allocating a connection", new ResourceAllocationException());
        assertThat(key(new PersistenceException(none), false)).isEqualTo("readOnly.refused.stalled");
        assertThat(WriteFailure.POOL_EXHAUSTED.isRetryable(false)).isFalse();
    }

    /** The transactions that hold the locks can't commit. */
    @Test
    void aFullDiskIsNotReportedAsAConflict() {
        SQLException waited = new SQLException("Lock wait timeout exceeded", "40001", 1205);
        assertThat(key(new PersistenceException(waited), false)).isEqualTo("readOnly.refused.stalled");
        assertThat(WriteFailure.LOCKED.isRetryable(false)).isFalse();
        SQLException full =
                new SQLException("Disk full (/tmp/x); waiting for someone to free some space", "HY000", 1021);
        assertThat(key(new PersistenceException(full), false)).isEqualTo("readOnly.refused.diskFull");
    }

    private static String key(RuntimeException failure, boolean acceptsWrites) {
        return WriteFailure.of(failure).refusal(acceptsWrites).orElseThrow().key();
    }

    @Test
    void aKeyThatSomebodyElseHasTakenIsRetried() {
        var twice = new SQLIntegrityConstraintViolationException("Duplicate entry", "23000", 1062);
        assertThat(WriteFailure.of(new PersistenceException(twice))).isEqualTo(WriteFailure.CONFLICT);
        RollbackException undone = new RollbackException("Flushing failed");
        undone.initCause(new PersistenceException(twice));
        assertThat(WriteFailure.of(new TransactionalException("During commit", undone)))
                .isEqualTo(WriteFailure.CONFLICT);
        assertThat(WriteFailure.CONFLICT.isRetryable(true)).isTrue();
        assertThat(key(new PersistenceException(twice), true)).isEqualTo("write.conflict");
    }

    @Test
    void aRowThatSomebodyElseHasChangedOrDeletedIsAConflict() {
        assertThat(WriteFailure.of(new PersistenceException(new OptimisticLockException("Another version"))))
                .isEqualTo(WriteFailure.CONFLICT);
        var gone = new SQLIntegrityConstraintViolationException("A foreign key constraint fails", "23000", 1452);
        assertThat(WriteFailure.of(new PersistenceException(gone))).isEqualTo(WriteFailure.CONFLICT);
    }

    @Test
    void aViolationOfAnotherConstraintIsABug() {
        var missing = new SQLIntegrityConstraintViolationException("Column can't be null", "23000", 1048);
        assertThat(WriteFailure.of(new PersistenceException(missing))).isEqualTo(WriteFailure.OTHER);
    }
}

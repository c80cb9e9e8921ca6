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
import org.junit.jupiter.api.Test;

/** The failures have the form in which the transaction manager and the driver throw them. */
class WriteFailureTest {
    private static final SQLException GONE = new SQLException("Communications link failure", "08S01");

    @Test
    void aQueryThatLosesItsConnectionHasSavedNothing() {
        assertThat(WriteFailure.how(new PersistenceException(GONE))).isEqualTo(WriteFailure.NOTHING_SAVED);
    }

    @Test
    void aServerThatTakesNoWritesAnyMoreHasSavedNothing() {
        SQLException readOnly = new SQLException("The server is running with --read-only", "HY000", 1290);
        assertThat(WriteFailure.how(new PersistenceException(readOnly))).isEqualTo(WriteFailure.NOTHING_SAVED);
    }

    @Test
    void whatIsWrittenRightBeforeTheCommitAndFailsIsUndone() {
        RollbackException undone = new RollbackException("Flushing failed");
        undone.initCause(new PersistenceException(GONE));
        assertThat(WriteFailure.how(new TransactionalException("During commit", undone)))
                .isEqualTo(WriteFailure.NOTHING_SAVED);
    }

    @Test
    void aCloneWhoseHeartbeatThePrimaryDoesNotTakeHasSavedNothing() {
        RollbackException undone = new RollbackException("Before completion");
        undone.initCause(new NoHeartbeat());
        assertThat(WriteFailure.how(new TransactionalException("During commit", undone)))
                .isEqualTo(WriteFailure.NOTHING_SAVED);
    }

    @Test
    void aCommitThatFailsItselfMayHaveHappened() {
        assertThat(WriteFailure.how(new TransactionalException("During commit", new SystemException())))
                .isEqualTo(WriteFailure.UNKNOWN);
    }

    @Test
    void aCommitThatFailsForAnUnknownReasonMayHaveHappened() {
        assertThat(WriteFailure.how(new TransactionalException("During commit", new IllegalStateException())))
                .isEqualTo(WriteFailure.UNKNOWN);
    }

    @Test
    void whatNeedsATransactionAndHasNoneIsAMistakeInTheCode() {
        assertThat(WriteFailure.how(new TransactionalException("Mandatory", new TransactionRequiredException())))
                .isEqualTo(WriteFailure.OTHERWISE);
    }

    @Test
    void othersInTheWayAreNoReasonToGiveUp() {
        SQLException deadlock = new SQLException("Deadlock found when trying to get lock", "40001", 1213);
        assertThat(WriteFailure.how(new PersistenceException(deadlock))).isEqualTo(WriteFailure.LOCKED);
        assertThat(WriteFailure.LOCKED.isWorthAnotherAttempt(true)).isTrue();
    }

    @Test
    void aConnectionThatWasCutByASwitchIsNoReasonToGiveUp() {
        SQLException cut =
                new SQLNonTransientConnectionException("No operations allowed after connection closed.", "08003");
        assertThat(WriteFailure.how(new PersistenceException(cut))).isEqualTo(WriteFailure.NOTHING_SAVED);
        assertThat(WriteFailure.NOTHING_SAVED.isWorthAnotherAttempt(true)).isTrue();
        assertThat(WriteFailure.NOTHING_SAVED.isWorthAnotherAttempt(false)).isFalse();
    }

    @Test
    void aWaitForALockThatAPromotionInterruptsIsTriedOnceMore() {
        SQLException interrupted = new SQLException("Query execution was interrupted", "70100", 1317);
        assertThat(WriteFailure.how(new PersistenceException(interrupted))).isEqualTo(WriteFailure.INTERRUPTED);
        assertThat(WriteFailure.INTERRUPTED.isWorthAnotherAttempt(false)).isTrue();
    }

    @Test
    void aPoolThatHasNoConnectionLeftIsCrowded() {
        SQLException none = new SQLException("Error in allocating a connection", new ResourceAllocationException());
        assertThat(WriteFailure.how(new PersistenceException(none))).isEqualTo(WriteFailure.CROWDED);
        assertThat(said(new PersistenceException(none), true)).isEqualTo("readOnly.refused.busy");
    }

    /** The pool has room, and its connections can't be made. */
    @Test
    void aKilledBalancerIsNotCalledACrowd() {
        ResourceAllocationException none = new ResourceAllocationException("Connection could not be allocated");
        none.initCause(GONE);
        var failure = new PersistenceException(new SQLException("Error in allocating a connection", none));
        assertThat(said(failure, true)).isEqualTo("readOnly.refused.primaryDown");
        assertThat(said(failure, false)).isEqualTo("readOnly.refused.primaryDown");
    }

    /** All connections are in the hands of those who wait for it. */
    @Test
    void aFrozenPrimaryIsNotCalledACrowd() {
        SQLException none = new SQLException("Error in allocating a connection", new ResourceAllocationException());
        assertThat(said(new PersistenceException(none), false)).isEqualTo("readOnly.refused.stalled");
        assertThat(WriteFailure.CROWDED.isWorthAnotherAttempt(false)).isFalse();
    }

    /** Those who hold the locks can't commit. */
    @Test
    void aFullDiskIsNotCalledACrowd() {
        SQLException waited = new SQLException("Lock wait timeout exceeded", "40001", 1205);
        assertThat(said(new PersistenceException(waited), false)).isEqualTo("readOnly.refused.stalled");
        assertThat(WriteFailure.LOCKED.isWorthAnotherAttempt(false)).isFalse();
        SQLException full =
                new SQLException("Disk full (/tmp/x); waiting for someone to free some space", "HY000", 1021);
        assertThat(said(new PersistenceException(full), false)).isEqualTo("readOnly.refused.diskFull");
    }

    private static String said(RuntimeException failure, boolean takesChanges) {
        return WriteFailure.how(failure).refusal(takesChanges).orElseThrow().key();
    }

    @Test
    void aKeyThatSomebodyElseHasTakenMeanwhileIsLookedForAgain() {
        var twice = new SQLIntegrityConstraintViolationException("Duplicate entry", "23000", 1062);
        assertThat(WriteFailure.how(new PersistenceException(twice))).isEqualTo(WriteFailure.OVERTAKEN);
        RollbackException undone = new RollbackException("Flushing failed");
        undone.initCause(new PersistenceException(twice));
        assertThat(WriteFailure.how(new TransactionalException("During commit", undone)))
                .isEqualTo(WriteFailure.OVERTAKEN);
        assertThat(WriteFailure.OVERTAKEN.isWorthAnotherAttempt(true)).isTrue();
        assertThat(said(new PersistenceException(twice), true)).isEqualTo("write.conflict");
    }

    @Test
    void whatSomebodyElseHasChangedOrRemovedMeanwhileIsLookedForAgain() {
        assertThat(WriteFailure.how(new PersistenceException(new OptimisticLockException("Another version"))))
                .isEqualTo(WriteFailure.OVERTAKEN);
        var gone = new SQLIntegrityConstraintViolationException("A foreign key constraint fails", "23000", 1452);
        assertThat(WriteFailure.how(new PersistenceException(gone))).isEqualTo(WriteFailure.OVERTAKEN);
    }

    @Test
    void aViolatedConstraintOfAnotherKindIsAMistakeInTheCode() {
        var missing = new SQLIntegrityConstraintViolationException("Column can't be null", "23000", 1048);
        assertThat(WriteFailure.how(new PersistenceException(missing))).isEqualTo(WriteFailure.OTHERWISE);
    }
}

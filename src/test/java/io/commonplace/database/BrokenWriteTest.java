package io.commonplace.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.platform.Census.NotCounted;
import jakarta.persistence.PersistenceException;
import jakarta.resource.spi.ResourceAllocationException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionRequiredException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.junit.jupiter.api.Test;

/** The failures have the form in which the transaction manager and the driver throw them. */
class BrokenWriteTest {
    private static final SQLException GONE = new SQLException("Communications link failure", "08S01");

    @Test
    void aQueryThatLosesItsConnectionHasSavedNothing() {
        assertThat(BrokenWrite.how(new PersistenceException(GONE))).isEqualTo(BrokenWrite.NOTHING_SAVED);
    }

    @Test
    void aServerThatTakesNoWritesAnyMoreHasSavedNothing() {
        SQLException readOnly = new SQLException("The server is running with --read-only", "HY000", 1290);
        assertThat(BrokenWrite.how(new PersistenceException(readOnly))).isEqualTo(BrokenWrite.NOTHING_SAVED);
    }

    @Test
    void whatIsWrittenRightBeforeTheCommitAndFailsIsUndone() {
        RollbackException undone = new RollbackException("Flushing failed");
        undone.initCause(new PersistenceException(GONE));
        assertThat(BrokenWrite.how(new TransactionalException("During commit", undone)))
                .isEqualTo(BrokenWrite.NOTHING_SAVED);
    }

    @Test
    void aCloneWhoseHeartbeatThePrimaryDoesNotTakeHasSavedNothing() {
        RollbackException undone = new RollbackException("Before completion");
        undone.initCause(new NotCounted());
        assertThat(BrokenWrite.how(new TransactionalException("During commit", undone)))
                .isEqualTo(BrokenWrite.NOTHING_SAVED);
    }

    @Test
    void aCommitThatFailsItselfMayHaveHappened() {
        assertThat(BrokenWrite.how(new TransactionalException("During commit", new SystemException())))
                .isEqualTo(BrokenWrite.UNKNOWN);
    }

    @Test
    void aCommitThatFailsForAnUnknownReasonMayHaveHappened() {
        assertThat(BrokenWrite.how(new TransactionalException("During commit", new IllegalStateException())))
                .isEqualTo(BrokenWrite.UNKNOWN);
    }

    @Test
    void whatNeedsATransactionAndHasNoneIsAMistakeInTheCode() {
        assertThat(BrokenWrite.how(new TransactionalException("Mandatory", new TransactionRequiredException())))
                .isEqualTo(BrokenWrite.OTHERWISE);
    }

    @Test
    void othersInTheWayAreNoReasonToGiveUp() {
        SQLException deadlock = new SQLException("Deadlock found when trying to get lock", "40001", 1213);
        assertThat(BrokenWrite.how(new PersistenceException(deadlock))).isEqualTo(BrokenWrite.CROWDED);
    }

    @Test
    void aWaitForALockThatAPromotionInterruptsIsTriedOnceMore() {
        SQLException interrupted = new SQLException("Query execution was interrupted", "70100", 1317);
        assertThat(BrokenWrite.how(new PersistenceException(interrupted))).isEqualTo(BrokenWrite.CROWDED);
    }

    @Test
    void aPoolThatHasNoConnectionLeftIsCrowded() {
        SQLException none = new SQLException("Error in allocating a connection", new ResourceAllocationException());
        assertThat(BrokenWrite.how(new PersistenceException(none))).isEqualTo(BrokenWrite.CROWDED);
    }

    @Test
    void aViolatedConstraintHasNothingToDoWithIt() {
        var twice = new SQLIntegrityConstraintViolationException("Duplicate entry", "23000", 1062);
        assertThat(BrokenWrite.how(new PersistenceException(twice))).isEqualTo(BrokenWrite.OTHERWISE);
        RollbackException undone = new RollbackException("Flushing failed");
        undone.initCause(new PersistenceException(twice));
        assertThat(BrokenWrite.how(new TransactionalException("During commit", undone)))
                .isEqualTo(BrokenWrite.OTHERWISE);
    }
}

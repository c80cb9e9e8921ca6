package io.commonplace.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.platform.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionPositionTest {
    private final SessionPosition session = new SessionPosition();
    private final List<String> stored = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();

    @AfterEach
    void unbind() {
        session.unbind();
    }

    @Test
    void aCommitAdvancesTheSession() {
        session.bind("0-1-5", stored::add, sent::add);
        try (UnitOfWork unit = UnitOfWork.begin()) {
            SessionPosition.advanceAtCommit();
            assertThat(session.needed()).isEqualTo("0-1-5");
            unit.committed("0-1-7");
        }
        assertThat(session.needed()).isEqualTo("0-1-7");
        assertThat(stored).containsExactly("0-1-7");
        assertThat(sent).isEmpty();
    }

    @Test
    void theSecondAttemptAdvancesTheSession() {
        session.bind(null, stored::add, sent::add);
        try (UnitOfWork unit = UnitOfWork.begin()) {
            SessionPosition.advanceAtCommit();
            unit.rolledBack();
            assertThat(session.needed()).isNull();
            SessionPosition.advanceAtCommit();
            unit.committed("0-1-7");
        }
        assertThat(stored).containsExactly("0-1-7");
    }

    @Test
    void anUnknownOutcomeLeavesTheSessionUnchanged() {
        session.bind("0-1-5", stored::add, sent::add);
        try (UnitOfWork unit = UnitOfWork.begin()) {
            SessionPosition.advanceAtCommit();
            unit.unknown();
        }
        assertThat(session.needed()).isEqualTo("0-1-5");
        assertThat(stored).isEmpty();
    }

    @Test
    void aPositionThatCannotBeStoredIsSent() {
        session.bind(null, wrote -> failing(), sent::add);
        commit();
        assertThat(session.needed()).isEqualTo("0-1-7");
        assertThat(sent).containsExactly("0-1-7");
    }

    @Test
    void aSessionThatCannotAdvanceFailsNothing() {
        session.bind(null, wrote -> failing(), saw -> failing());
        commit();
        session.bind("not a position", stored::add, sent::add);
        commit();
        assertThat(stored).isEmpty();
    }

    @Test
    void workWithoutASessionAdvancesNone() {
        commit();
        assertThat(session.isBound()).isFalse();
    }

    private static void commit() {
        try (UnitOfWork unit = UnitOfWork.begin()) {
            SessionPosition.advanceAtCommit();
            unit.committed("0-1-7");
        }
    }

    private static void failing() {
        throw new IllegalStateException("The grid is gone");
    }
}

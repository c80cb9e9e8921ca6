package io.commonplace.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitOfWorkTest {
    private final List<String> outcomes = new ArrayList<>();

    @Test
    void aPartIsCreatedOnceAndNotifiedOnce() {
        try (UnitOfWork unit = UnitOfWork.begin()) {
            Recording carried = UnitOfWork.carry(Recording.class, Recording::new);
            assertThat(UnitOfWork.carry(Recording.class, Recording::new)).isSameAs(carried);
            unit.committed("0-1-7");
            unit.committed("0-1-8");
        }
        assertThat(outcomes).containsExactly("committed 0-1-7");
    }

    @Test
    void aPartThatFailsAfterTheCommitDoesNotStopTheOthers() {
        try (UnitOfWork unit = UnitOfWork.begin()) {
            UnitOfWork.carry(Failing.class, Failing::new);
            UnitOfWork.carry(Recording.class, Recording::new);
            unit.committed("0-1-7");
        }
        assertThat(outcomes).containsExactly("committed 0-1-7");
    }

    @Test
    void partsAreNotifiedInTheOrderInWhichTheyWereCarried() {
        try (UnitOfWork unit = UnitOfWork.begin()) {
            UnitOfWork.carry(Recording.class, Recording::new);
            UnitOfWork.carry(Last.class, Last::new);
            UnitOfWork.carry(Recording.class, Recording::new);
            unit.committed("0-1-7");
        }
        assertThat(outcomes).containsExactly("committed 0-1-7", "last");
    }

    @Test
    void anAttemptThatWasRolledBackLeavesNoPartToTheNextOne() {
        try (UnitOfWork unit = UnitOfWork.begin()) {
            UnitOfWork.carry(Recording.class, Recording::new);
            unit.rolledBack();
            unit.committed("0-1-7");
        }
        assertThat(outcomes).containsExactly("rolled back");
    }

    @Test
    void aUnitThatIsClosedWithoutAnOutcomeIsUnknown() {
        try (UnitOfWork unit = UnitOfWork.begin()) {
            UnitOfWork.carry(Recording.class, Recording::new);
        }
        assertThat(outcomes).containsExactly("unknown");
    }

    @Test
    void aPartNeedsAUnitOfWork() {
        try (UnitOfWork unit = UnitOfWork.begin()) {
            unit.committed("0-1-7");
        }
        assertThatThrownBy(() -> UnitOfWork.carry(Recording.class, Recording::new))
                .isInstanceOf(IllegalStateException.class);
    }

    private final class Recording implements UnitOfWork.Part {
        @Override
        public void committed(String position) {
            outcomes.add("committed " + position);
        }

        @Override
        public void rolledBack() {
            outcomes.add("rolled back");
        }

        @Override
        public void unknown() {
            outcomes.add("unknown");
        }
    }

    private final class Last implements UnitOfWork.Part {
        @Override
        public void committed(String position) {
            outcomes.add("last");
        }
    }

    private static final class Failing implements UnitOfWork.Part {
        @Override
        public void committed(String position) {
            throw new IllegalStateException("The grid is gone");
        }
    }
}

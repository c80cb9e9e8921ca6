package io.commonplace.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitOfWorkTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void whatIsCarriedIsMadeOnceAndToldOnce() {
        try (UnitOfWork unit = UnitOfWork.begin()) {
            AcknowledgedBroadcast carried = UnitOfWork.carry(AcknowledgedBroadcast.class, AcknowledgedBroadcast::new);
            assertThat(UnitOfWork.carry(AcknowledgedBroadcast.class, AcknowledgedBroadcast::new))
                    .isSameAs(carried);
            unit.committed("0-1-7");
            unit.committed("0-1-8");
        }
        assertThat(told).containsExactly("committed 0-1-7");
    }

    @Test
    void aPartThatFailsAfterTheCommitKeepsNoOtherFromBeingTold() {
        try (UnitOfWork unit = UnitOfWork.begin()) {
            UnitOfWork.carry(Failing.class, Failing::new);
            UnitOfWork.carry(AcknowledgedBroadcast.class, AcknowledgedBroadcast::new);
            unit.committed("0-1-7");
        }
        assertThat(told).containsExactly("committed 0-1-7");
    }

    @Test
    void anAttemptThatWasUndoneLeavesNothingToTheNextOne() {
        try (UnitOfWork unit = UnitOfWork.begin()) {
            UnitOfWork.carry(AcknowledgedBroadcast.class, AcknowledgedBroadcast::new);
            unit.rolledBack();
            unit.committed("0-1-7");
        }
        assertThat(told).containsExactly("rolled back");
    }

    @Test
    void aUnitWhoseEndNobodyTellsIsUnknown() {
        try (UnitOfWork unit = UnitOfWork.begin()) {
            UnitOfWork.carry(AcknowledgedBroadcast.class, AcknowledgedBroadcast::new);
        }
        assertThat(told).containsExactly("unknown");
    }

    @Test
    void nothingIsCarriedWhereNobodyWouldTellTheEnd() {
        try (UnitOfWork unit = UnitOfWork.begin()) {
            unit.committed("0-1-7");
        }
        assertThatThrownBy(() -> UnitOfWork.carry(AcknowledgedBroadcast.class, AcknowledgedBroadcast::new))
                .isInstanceOf(IllegalStateException.class);
    }

    private final class AcknowledgedBroadcast implements UnitOfWork.Part {
        @Override
        public void committed(String position) {
            told.add("committed " + position);
        }

        @Override
        public void rolledBack() {
            told.add("rolled back");
        }

        @Override
        public void unknown() {
            told.add("unknown");
        }
    }

    private static final class Failing implements UnitOfWork.Part {
        @Override
        public void committed(String position) {
            throw new IllegalStateException("The grid is gone");
        }
    }
}

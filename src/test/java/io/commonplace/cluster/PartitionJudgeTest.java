package io.commonplace.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.cluster.Members.MemberInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartitionJudgeTest {
    private final PartitionJudge partitionJudge = new PartitionJudge();
    private long now;

    @Test
    void aWholeGridDoesNotLose() {
        updateForLong(members(1, 2, 3), alive(1, 2, 3));
        assertThat(partitionJudge.isLosing(now)).isFalse();
    }

    @Test
    void theSmallerSideLosesWhileTheOthersAreAlive() {
        update(members(1, 2, 3), alive(1, 2, 3));
        update(members(3), alive(1, 2, 3));
        assertThat(partitionJudge.isLosing(now)).isFalse();
        assertThat(partitionJudge.mayBeLosing()).isTrue();
        updateForLong(members(3), alive(1, 2, 3));
        assertThat(partitionJudge.isLosing(now)).isTrue();
        update(members(1, 2, 3), alive(1, 2, 3));
        assertThat(partitionJudge.isLosing(now)).isFalse();
    }

    @Test
    void theLargerSideDoesNotLose() {
        update(members(1, 2, 3), alive(1, 2, 3));
        updateForLong(members(1, 2), alive(1, 2, 3));
        assertThat(partitionJudge.isLosing(now)).isFalse();
        assertThat(partitionJudge.mayBeLosing()).isFalse();
    }

    @Test
    void aSingleSurvivorDoesNotLose() {
        update(members(1, 2, 3), alive(1, 2, 3));
        update(members(3), alive(1, 2, 3));
        updateForLong(members(3), alive(3));
        assertThat(partitionJudge.isLosing(now)).isFalse();
    }

    @Test
    void ofTwoEqualSidesTheOneWithTheHigherAddressLoses() {
        update(members(2, 1), alive(1, 2));
        updateForLong(members(1), alive(1, 2));
        assertThat(partitionJudge.isLosing(now)).isFalse();
        update(members(2, 1), alive(1, 2));
        updateForLong(members(2), alive(1, 2));
        assertThat(partitionJudge.isLosing(now)).isTrue();
    }

    @Test
    void aCloneThatStartedAloneLosesAgainstAnEqualSide() {
        update(members(1), alive(1));
        updateForLong(members(1), alive(1, 2));
        assertThat(partitionJudge.isLosing(now)).isTrue();
    }

    @Test
    void withoutTheDatabaseLessThanHalfLoses() {
        update(members(1, 2, 3), alive(1, 2, 3));
        updateForLong(members(1, 2), Optional.empty());
        assertThat(partitionJudge.isLosing(now)).isFalse();
        updateForLong(members(1), Optional.empty());
        assertThat(partitionJudge.isLosing(now)).isTrue();
    }

    @Test
    void withoutTheDatabaseOneOfTwoDoesNotLose() {
        update(members(1, 2), alive(1, 2));
        updateForLong(members(2), Optional.empty());
        assertThat(partitionJudge.isLosing(now)).isFalse();
    }

    private void updateForLong(List<MemberInfo> members, Optional<Set<String>> alive) {
        update(members, alive);
        now += PartitionJudge.GRACE_PERIOD.toNanos();
        update(members, alive);
    }

    private void update(List<MemberInfo> members, Optional<Set<String>> alive) {
        partitionJudge.update(members, alive, now);
    }

    private static List<MemberInfo> members(int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> new MemberInfo(id(number), "10.0.0." + number + ":5701", false, false))
                .toList();
    }

    private static Optional<Set<String>> alive(int... numbers) {
        return Optional.of(Set.copyOf(
                Arrays.stream(numbers).mapToObj(PartitionJudgeTest::id).toList()));
    }

    private static String id(int number) {
        return "member-" + number;
    }
}

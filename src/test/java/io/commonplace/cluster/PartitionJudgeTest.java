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
    void aWholeGridIsNotGivenUp() {
        seeForLong(members(1, 2, 3), beating(1, 2, 3));
        assertThat(partitionJudge.isGivenUp(now)).isFalse();
    }

    @Test
    void theSmallerPartIsGivenUpWhenTheOthersGoOnBeating() {
        see(members(1, 2, 3), beating(1, 2, 3));
        see(members(3), beating(1, 2, 3));
        assertThat(partitionJudge.isGivenUp(now)).isFalse();
        assertThat(partitionJudge.mayBeGivenUp()).isTrue();
        seeForLong(members(3), beating(1, 2, 3));
        assertThat(partitionJudge.isGivenUp(now)).isTrue();
        see(members(1, 2, 3), beating(1, 2, 3));
        assertThat(partitionJudge.isGivenUp(now)).isFalse();
    }

    @Test
    void theLargerPartIsNotGivenUp() {
        see(members(1, 2, 3), beating(1, 2, 3));
        seeForLong(members(1, 2), beating(1, 2, 3));
        assertThat(partitionJudge.isGivenUp(now)).isFalse();
        assertThat(partitionJudge.mayBeGivenUp()).isFalse();
    }

    @Test
    void whoeverIsLeftAloneIsNotGivenUp() {
        see(members(1, 2, 3), beating(1, 2, 3));
        see(members(3), beating(1, 2, 3));
        seeForLong(members(3), beating(3));
        assertThat(partitionJudge.isGivenUp(now)).isFalse();
    }

    @Test
    void ofTwoEqualPartsTheOneOfTheHigherAddressIsGivenUp() {
        see(members(2, 1), beating(1, 2));
        seeForLong(members(1), beating(1, 2));
        assertThat(partitionJudge.isGivenUp(now)).isFalse();
        see(members(2, 1), beating(1, 2));
        seeForLong(members(2), beating(1, 2));
        assertThat(partitionJudge.isGivenUp(now)).isTrue();
    }

    @Test
    void whoeverCameAloneIsGivenUpBesideAnEqualPartThatItNeverSaw() {
        see(members(1), beating(1));
        seeForLong(members(1), beating(1, 2));
        assertThat(partitionJudge.isGivenUp(now)).isTrue();
    }

    @Test
    void withoutTheDatabaseLessThanHalfIsGivenUp() {
        see(members(1, 2, 3), beating(1, 2, 3));
        seeForLong(members(1, 2), Optional.empty());
        assertThat(partitionJudge.isGivenUp(now)).isFalse();
        seeForLong(members(1), Optional.empty());
        assertThat(partitionJudge.isGivenUp(now)).isTrue();
    }

    @Test
    void withoutTheDatabaseTheOneOfTwoIsNotGivenUp() {
        see(members(1, 2), beating(1, 2));
        seeForLong(members(2), Optional.empty());
        assertThat(partitionJudge.isGivenUp(now)).isFalse();
    }

    private void seeForLong(List<MemberInfo> members, Optional<Set<String>> beating) {
        see(members, beating);
        now += PartitionJudge.PATIENCE.toNanos();
        see(members, beating);
    }

    private void see(List<MemberInfo> members, Optional<Set<String>> beating) {
        partitionJudge.see(members, beating, now);
    }

    private static List<MemberInfo> members(int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> new MemberInfo(id(number), "10.0.0." + number + ":5701", false, false))
                .toList();
    }

    private static Optional<Set<String>> beating(int... numbers) {
        return Optional.of(Set.copyOf(
                Arrays.stream(numbers).mapToObj(PartitionJudgeTest::id).toList()));
    }

    private static String id(int number) {
        return "member-" + number;
    }
}

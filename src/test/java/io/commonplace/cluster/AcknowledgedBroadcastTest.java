package io.commonplace.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AcknowledgedBroadcastTest {
    private final AtomicInteger closed = new AtomicInteger();
    private long now;

    @Test
    void allAreToldWhenAllHaveGivenTheirReceipts() {
        AcknowledgedBroadcast acknowledgedBroadcast = telling("a", "b");
        acknowledgedBroadcast.received("a");
        assertThat(acknowledgedBroadcast.await(Duration.ofMillis(10))).isFalse();
        acknowledgedBroadcast.received("stranger");
        acknowledgedBroadcast.received("b");
        assertThat(acknowledgedBroadcast.await(Duration.ofMillis(10))).isTrue();
    }

    @Test
    void whoWasNotAddressedMayHaveMissedIt() {
        AcknowledgedBroadcast acknowledgedBroadcast = telling("a");
        assertThat(acknowledgedBroadcast.mayBeMissedBy("newcomer", "doubt")).isTrue();
        assertThat(acknowledgedBroadcast.mayBeMissedBy("newcomer", "other")).isFalse();
    }

    @Test
    void whoGivesNoReceiptForLongMayHaveMissedIt() {
        AcknowledgedBroadcast acknowledgedBroadcast = telling("a", "b");
        acknowledgedBroadcast.received("a");
        now += Duration.ofMillis(299).toNanos();
        assertThat(acknowledgedBroadcast.mayBeMissedBy("b", "doubt"))
                .as("still on its way")
                .isFalse();
        now += Duration.ofMillis(2).toNanos();
        assertThat(acknowledgedBroadcast.mayBeMissedBy("b", "doubt")).isTrue();
        assertThat(acknowledgedBroadcast.mayBeMissedBy("a", "doubt")).isFalse();
    }

    @Test
    void whoReliesOnNothingAnyMoreIsNotWaitedForButHasMissedIt() {
        AcknowledgedBroadcast acknowledgedBroadcast = telling("a", "silent");
        acknowledgedBroadcast.received("a");
        acknowledgedBroadcast.awaitLeaseExpiry((addressed, missing) -> 0);
        assertThat(acknowledgedBroadcast.mayBeMissedBy("silent", "doubt")).isTrue();
        assertThat(acknowledgedBroadcast.mayBeMissedBy("a", "doubt")).isFalse();
    }

    @Test
    void whoMayRelyOnWhatItKnowsIsWaitedFor() {
        AcknowledgedBroadcast acknowledgedBroadcast = telling("silent");
        long began = System.nanoTime();
        long end = began + Duration.ofMillis(200).toNanos();
        acknowledgedBroadcast.awaitLeaseExpiry((addressed, missing) -> end - System.nanoTime());
        assertThat(System.nanoTime()).isGreaterThanOrEqualTo(end);
    }

    @Test
    void itsAgeIsKnown() {
        AcknowledgedBroadcast acknowledgedBroadcast = telling("a");
        now += Duration.ofSeconds(20).toNanos();
        assertThat(acknowledgedBroadcast.isOlderThan(Duration.ofSeconds(20))).isFalse();
        now++;
        assertThat(acknowledgedBroadcast.isOlderThan(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void closingIsTold() {
        try (AcknowledgedBroadcast acknowledgedBroadcast = telling("a")) {
            acknowledgedBroadcast.received("a");
        }
        assertThat(closed).hasValue(1);
    }

    private AcknowledgedBroadcast telling(String... members) {
        return new AcknowledgedBroadcast("doubt", Set.of(members), closed::incrementAndGet, () -> now);
    }
}

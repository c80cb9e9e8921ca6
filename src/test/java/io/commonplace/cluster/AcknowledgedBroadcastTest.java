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
    void itIsCompleteWhenAllMembersHaveAcknowledged() {
        AcknowledgedBroadcast sent = send("a", "b");
        sent.acknowledge("a");
        assertThat(sent.await(Duration.ofMillis(10))).isFalse();
        sent.acknowledge("stranger");
        sent.acknowledge("b");
        assertThat(sent.await(Duration.ofMillis(10))).isTrue();
    }

    @Test
    void aMemberThatWasNotAddressedMayHaveMissedIt() {
        AcknowledgedBroadcast sent = send("a");
        assertThat(sent.mayBeMissedBy("newcomer", "pending")).isTrue();
        assertThat(sent.mayBeMissedBy("newcomer", "other")).isFalse();
    }

    @Test
    void aMemberThatDoesNotAcknowledgeInTimeMayHaveMissedIt() {
        AcknowledgedBroadcast sent = send("a", "b");
        sent.acknowledge("a");
        now += Duration.ofMillis(299).toNanos();
        assertThat(sent.mayBeMissedBy("b", "pending")).as("still on its way").isFalse();
        now += Duration.ofMillis(2).toNanos();
        assertThat(sent.mayBeMissedBy("b", "pending")).isTrue();
        assertThat(sent.mayBeMissedBy("a", "pending")).isFalse();
    }

    @Test
    void aMemberWithoutALeaseIsNotWaitedForButHasMissedIt() {
        AcknowledgedBroadcast sent = send("a", "silent");
        sent.acknowledge("a");
        sent.awaitLeaseExpiry((addressed, missing) -> 0);
        assertThat(sent.mayBeMissedBy("silent", "pending")).isTrue();
        assertThat(sent.mayBeMissedBy("a", "pending")).isFalse();
    }

    @Test
    void aMemberWithALeaseIsWaitedFor() {
        AcknowledgedBroadcast sent = send("silent");
        long began = System.nanoTime();
        long end = began + Duration.ofMillis(200).toNanos();
        sent.awaitLeaseExpiry((addressed, missing) -> end - System.nanoTime());
        assertThat(System.nanoTime()).isGreaterThanOrEqualTo(end);
    }

    @Test
    void itsAgeIsKnown() {
        AcknowledgedBroadcast sent = send("a");
        now += Duration.ofSeconds(20).toNanos();
        assertThat(sent.isOlderThan(Duration.ofSeconds(20))).isFalse();
        now++;
        assertThat(sent.isOlderThan(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void closingRunsTheCallback() {
        try (AcknowledgedBroadcast sent = send("a")) {
            sent.acknowledge("a");
        }
        assertThat(closed).hasValue(1);
    }

    private AcknowledgedBroadcast send(String... members) {
        return new AcknowledgedBroadcast("pending", Set.of(members), closed::incrementAndGet, () -> now);
    }
}

package io.commonplace.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TellingTest {
    private final AtomicInteger closed = new AtomicInteger();
    private long now;

    @Test
    void allAreToldWhenAllHaveGivenTheirReceipts() {
        Telling telling = telling("a", "b");
        telling.received("a");
        assertThat(telling.await(Duration.ofMillis(10))).isFalse();
        telling.received("stranger");
        telling.received("b");
        assertThat(telling.await(Duration.ofMillis(10))).isTrue();
    }

    @Test
    void whoWasNotAddressedMayHaveMissedIt() {
        Telling telling = telling("a");
        assertThat(telling.mayBeMissedBy("newcomer", "doubt")).isTrue();
        assertThat(telling.mayBeMissedBy("newcomer", "other")).isFalse();
    }

    @Test
    void whoGivesNoReceiptForLongMayHaveMissedIt() {
        Telling telling = telling("a", "b");
        telling.received("a");
        now += Duration.ofMillis(299).toNanos();
        assertThat(telling.mayBeMissedBy("b", "doubt")).as("still on its way").isFalse();
        now += Duration.ofMillis(2).toNanos();
        assertThat(telling.mayBeMissedBy("b", "doubt")).isTrue();
        assertThat(telling.mayBeMissedBy("a", "doubt")).isFalse();
    }

    @Test
    void whoReliesOnNothingAnyMoreIsNotWaitedForButHasMissedIt() {
        Telling telling = telling("a", "silent");
        telling.received("a");
        telling.awaitReliance((addressed, missing) -> 0);
        assertThat(telling.mayBeMissedBy("silent", "doubt")).isTrue();
        assertThat(telling.mayBeMissedBy("a", "doubt")).isFalse();
    }

    @Test
    void whoMayRelyOnWhatItKnowsIsWaitedFor() {
        Telling telling = telling("silent");
        long began = System.nanoTime();
        long end = began + Duration.ofMillis(200).toNanos();
        telling.awaitReliance((addressed, missing) -> end - System.nanoTime());
        assertThat(System.nanoTime()).isGreaterThanOrEqualTo(end);
    }

    @Test
    void itsAgeIsKnown() {
        Telling telling = telling("a");
        now += Duration.ofSeconds(20).toNanos();
        assertThat(telling.isOlderThan(Duration.ofSeconds(20))).isFalse();
        now++;
        assertThat(telling.isOlderThan(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void closingIsTold() {
        try (Telling telling = telling("a")) {
            telling.received("a");
        }
        assertThat(closed).hasValue(1);
    }

    private Telling telling(String... members) {
        return new Telling("doubt", Set.of(members), closed::incrementAndGet, () -> now);
    }
}

package io.commonplace.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RecentDurationsTest {
    private static final long MILLI = 1_000_000;

    private long now;
    private final RecentDurations durations = new RecentDurations(() -> now);

    @Test
    void withoutAnySearchThereIsNothing() {
        assertThat(durations.summary()).isEqualTo(new RecentDurations.Summary(0, 0, 0));
    }

    @Test
    void oneInAHundredIsLonger() {
        for (int i = 0; i < 98; i++) {
            durations.add(7 * MILLI);
        }
        durations.add(400 * MILLI);
        durations.add(400 * MILLI);
        pass(Duration.ofSeconds(10));
        RecentDurations.Summary summary = durations.summary();
        assertThat(summary.perSecond()).isEqualTo(10);
        assertThat(summary.median()).isBetween(5.0, 10.0);
        assertThat(summary.percentile99()).isBetween(250.0, 500.0);
    }

    @Test
    void whatWasFiveMinutesAgoIsForgotten() {
        durations.add(400 * MILLI);
        pass(Duration.ofMinutes(6));
        durations.add(7 * MILLI);
        assertThat(durations.summary().percentile99()).isLessThanOrEqualTo(10);
        assertThat(durations.summary().perSecond()).isEqualTo(1 / 300.0, Offset.offset(1e-9));
    }

    @Test
    void longerThanTheLastLimitIsTheLastLimit() {
        durations.add(Duration.ofMinutes(2).toNanos());
        assertThat(durations.summary().median()).isEqualTo(30_000);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}

package io.commonplace.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationHistogramTest {
    private final DurationHistogram durations = new DurationHistogram();

    @Test
    void countsAreCumulative() {
        add(Duration.ofMillis(1));
        add(Duration.ofMillis(7));
        add(Duration.ofMillis(10));

        assertThat(durations.within(at(1))).isEqualTo(1);
        assertThat(durations.within(at(5))).isEqualTo(1);
        assertThat(durations.within(at(10))).isEqualTo(3);
        assertThat(durations.within(at(30_000))).isEqualTo(3);
    }

    @Test
    void durationsAboveTheLastLimitCountAsWell() {
        add(Duration.ofMinutes(5));

        assertThat(durations.within(at(30_000))).isZero();
        assertThat(durations.count()).isEqualTo(1);
    }

    @Test
    void theSumIsInSeconds() {
        add(Duration.ofMillis(1500));
        add(Duration.ofMillis(500));

        assertThat(durations.seconds()).isEqualTo(2.0);
    }

    private void add(Duration taken) {
        durations.add(taken.toNanos());
    }

    private static int at(int limit) {
        return DurationHistogram.LIMITS.indexOf(limit);
    }
}

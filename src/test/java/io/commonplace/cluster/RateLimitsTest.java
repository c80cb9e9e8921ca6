package io.commonplace.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateLimitsTest {
    @RegisterExtension
    static final TestGrid GRID = new TestGrid();

    private static final RateLimit LIMIT = RateLimit.of(
            "test", new RateLimit.Pace(3, Duration.ofMinutes(1)), new RateLimit.Pace(1000, Duration.ofHours(1)));

    private final RateLimits one = RateLimits.of(GRID.maps());
    private final RateLimits other = RateLimits.of(GRID.maps());

    @Test
    void allClonesCountTogether() {
        assertThat(one.take(LIMIT, "together")).isTrue();
        assertThat(other.take(LIMIT, "together")).isTrue();
        assertThat(one.untilNext(LIMIT, "together")).isZero();
        assertThat(one.take(LIMIT, "together")).isTrue();

        assertThat(other.take(LIMIT, "together")).isFalse();
        assertThat(other.untilNext(LIMIT, "together")).isBetween(Duration.ofSeconds(40), Duration.ofMinutes(1));
        assertThat(other.untilNext(LIMIT, "somebody else")).isZero();
    }

    @Test
    void concurrentEventsAreAllCounted() {
        long taken = IntStream.range(0, 60)
                .parallel()
                .filter(i -> (i % 2 == 0 ? one : other).take(LIMIT, "at once"))
                .count();

        assertThat(taken).isEqualTo(3);
    }

    @Test
    void aResetLimitStartsAgain() {
        IntStream.range(0, 3).forEach(i -> one.take(LIMIT, "reset"));

        other.reset(LIMIT, "reset");

        assertThat(one.untilNext(LIMIT, "reset")).isZero();
    }

    @Test
    void withoutTheGridEachCloneCountsForItself() {
        TestGrid gone = new TestGrid().start();
        RateLimits alone = RateLimits.of(gone.maps());
        gone.stop();

        for (int i = 0; i < 3; i++) {
            assertThat(alone.take(LIMIT, "alone")).isTrue();
        }

        assertThat(alone.take(LIMIT, "alone")).isFalse();
    }
}

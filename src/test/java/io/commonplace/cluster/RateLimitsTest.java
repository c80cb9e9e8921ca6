package io.commonplace.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final RateLimit LIMIT = RateLimit.of(
            "test", new RateLimit.Pace(3, Duration.ofMinutes(1)), new RateLimit.Pace(1000, Duration.ofHours(1)));

    private static HazelcastInstance grid;

    private final RateLimits one;
    private final RateLimits other;

    RateLimitsTest() {
        one = RateLimits.of(GridMaps.of(grid));
        other = RateLimits.of(GridMaps.of(grid));
    }

    @BeforeAll
    static void makeTheGrid() {
        Config config = new Config()
                .setClusterName("rate-limits-test")
                .setProperty("hazelcast.phone.home.enabled", "false")
                .setProperty("hazelcast.socket.bind.any", "false");
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        config.getNetworkConfig().setPort(0).getJoin().getAutoDetectionConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        grid = Hazelcast.newHazelcastInstance(config);
    }

    @AfterAll
    static void end() {
        grid.shutdown();
    }

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
        HazelcastInstance gone = Hazelcast.newHazelcastInstance(new Config()
                .setClusterName("rate-limits-test-gone")
                .setProperty("hazelcast.phone.home.enabled", "false")
                .setNetworkConfig(grid.getConfig().getNetworkConfig()));
        RateLimits alone = RateLimits.of(GridMaps.of(gone));
        gone.shutdown();

        for (int i = 0; i < 3; i++) {
            assertThat(alone.take(LIMIT, "alone")).isTrue();
        }

        assertThat(alone.take(LIMIT, "alone")).isFalse();
    }
}

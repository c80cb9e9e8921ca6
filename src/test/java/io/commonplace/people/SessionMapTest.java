package io.commonplace.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.map.IMap;
import io.commonplace.cluster.TestGrid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions in a grid of one member, to which an intruder writes as well. */
class SessionMapTest {
    @RegisterExtension
    static final TestGrid GRID = new TestGrid();

    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);

    private final ManualClock clock = new ManualClock();
    private SessionMap map;
    private String key;

    @BeforeEach
    void begin() {
        map = SessionMap.of(GRID.maps(), clock, SECRET, 12);
        key = map.key(map.newId()).orElseThrow();
        map.begin(key, Map.of("person", "1"));
    }

    @Test
    void valuesCopiedFromAnotherSessionAreRemoved() {
        String own = map.key(map.newId()).orElseThrow();
        sealed().set(own, sealed().get(key));
        assertThat(map.find(own)).isEmpty();
        assertThat(sealed().containsKey(own)).isFalse();
        assertThat(map.find(key)).isPresent();
    }

    @Test
    void anEndedSessionStaysEndedWhenItsValuesComeBack() {
        byte[] before = map.entry(key).orElseThrow().sealed();
        map.end(key);
        sealed().set(key, before);
        assertThat(map.find(key)).isEmpty();
        assertThat(map.restore(key, before)).isEmpty();
    }

    @Test
    void aRestoredSessionNeverOverwritesANewerOne() {
        byte[] old = map.entry(key).orElseThrow().sealed();
        map.change(key, values -> values.put("person", "2"));
        assertThat(map.restore(key, old).orElseThrow()).containsEntry("person", "2");
        sealed().delete(key);
        assertThat(map.restore(key, old).orElseThrow()).containsEntry("person", "1");
    }

    @Test
    void onlyARealChangeRaisesTheVersion() {
        assertThat(map.entry(key).orElseThrow().version()).isEqualTo(1);
        assertThat(map.change(key, values -> values.put("person", "2"))).isTrue();
        assertThat(map.change(key, values -> values.put("person", "2"))).isFalse();
        assertThat(map.entry(key).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void concurrentlyWrittenPositionsNeverMoveBack() {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 100; i < 140; i++) {
            String position = Integer.toString(i);
            writers.add(CompletableFuture.runAsync(
                    () -> map.change(key, values -> values.merge("position", position, SessionMapTest::later))));
        }
        writers.forEach(CompletableFuture::join);
        assertThat(map.find(key).orElseThrow()).containsEntry("position", "139");
    }

    @Test
    void aSessionIsExtendedOnceAndNotBeyondTheAbsoluteLimit() {
        clock.pass(Duration.ofMinutes(6));
        assertThat(map.extend(key)).isTrue();
        assertThat(map.extend(key)).isFalse();
        for (int hours = 0; hours < 12; hours += 2) {
            assertThat(map.find(key)).isPresent();
            clock.pass(Duration.ofHours(2));
            map.extend(key);
        }
        assertThat(map.find(key)).isEmpty();
    }

    private static String later(String one, String other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static IMap<String, byte[]> sealed() {
        return GRID.member().getMap("commonplace-sealed-sessions");
    }

    private static final class ManualClock extends Clock {
        private Instant now = Instant.now();

        private void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

package io.commonplace.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionLifeTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    private final SessionLife life = new SessionLife(Duration.ofHours(8), Duration.ofHours(12));
    private final Map<String, String> values = new TreeMap<>();

    @BeforeEach
    void begin() {
        life.begin(values, MORNING);
    }

    @Test
    void anUnusedSessionExpiresAfterTheIdleTime() {
        assertThat(life.isExpired(values, MORNING.plus(Duration.ofMinutes(479))))
                .isFalse();
        assertThat(life.isExpired(values, MORNING.plus(Duration.ofHours(8)))).isTrue();
    }

    @Test
    void aUsedSessionLastsLonger() {
        life.extend(values, MORNING.plus(Duration.ofHours(3)));
        assertThat(life.isExpired(values, MORNING.plus(Duration.ofHours(10)))).isFalse();
        assertThat(life.isExpired(values, MORNING.plus(Duration.ofHours(11)))).isTrue();
    }

    @Test
    void aUsedSessionExpiresAtTheAbsoluteLimit() {
        for (int hour = 1; hour < 12; hour++) {
            life.extend(values, MORNING.plus(Duration.ofHours(hour)));
        }
        assertThat(life.isExpired(values, MORNING.plus(Duration.ofMinutes(719))))
                .isFalse();
        assertThat(life.isExpired(values, MORNING.plus(Duration.ofHours(12)))).isTrue();
    }

    @Test
    void aSessionIsExtendedAtMostEveryFiveMinutes() {
        assertThat(life.needsExtension(values, MORNING.plus(Duration.ofMinutes(5))))
                .isFalse();
        assertThat(life.needsExtension(values, MORNING.plus(Duration.ofSeconds(301))))
                .isTrue();
    }

    @Test
    void valuesWithoutATimeAreExpired() {
        assertThat(life.isExpired(Map.of("person", "1"), MORNING)).isTrue();
    }
}

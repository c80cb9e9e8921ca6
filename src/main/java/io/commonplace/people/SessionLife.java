package io.commonplace.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How long a session lasts: {@code idle} after its last use, and at most {@code absolute} after its begin. Both times are
 * stored in the session's values, in seconds since the epoch.
 */
record SessionLife(Duration idle, Duration absolute) {
    /** A session is not extended more often than this, so that a page view usually writes nothing. */
    private static final Duration EXTEND_AFTER = Duration.ofMinutes(5);

    private static final String BEGUN = "begun";
    private static final String TOUCHED = "touched";

    void begin(Map<String, String> values, Instant now) {
        values.put(BEGUN, Long.toString(now.getEpochSecond()));
        extend(values, now);
    }

    void extend(Map<String, String> values, Instant now) {
        values.put(TOUCHED, Long.toString(now.getEpochSecond()));
    }

    boolean needsExtension(Map<String, String> values, Instant now) {
        return now.isAfter(time(values, TOUCHED).plus(EXTEND_AFTER));
    }

    boolean isExpired(Map<String, String> values, Instant now) {
        return !now.isBefore(expiry(values));
    }

    /** When the session expires if nobody uses it. */
    Instant expiry(Map<String, String> values) {
        Instant idleEnd = time(values, TOUCHED).plus(idle);
        Instant absoluteEnd = time(values, BEGUN).plus(absolute);
        return idleEnd.isBefore(absoluteEnd) ? idleEnd : absoluteEnd;
    }

    private static Instant time(Map<String, String> values, String name) {
        return Instant.ofEpochSecond(Long.parseLong(values.getOrDefault(name, "0")));
    }
}

package io.commonplace.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How long a session lasts: so long after it was used last, and in no case longer than so long after it was begun. Both
 * times stand in its values, in seconds.
 */
record SessionLife(Duration idle, Duration absolute) {
    /** Its life is not prolonged more often than that: a page view is to change nothing. */
    private static final Duration TOUCH_AFTER = Duration.ofMinutes(5);

    private static final String BEGUN = "begun";
    private static final String TOUCHED = "touched";

    void begin(Map<String, String> values, Instant now) {
        values.put(BEGUN, Long.toString(now.getEpochSecond()));
        touch(values, now);
    }

    void touch(Map<String, String> values, Instant now) {
        values.put(TOUCHED, Long.toString(now.getEpochSecond()));
    }

    boolean isLongUntouched(Map<String, String> values, Instant now) {
        return now.isAfter(at(values, TOUCHED).plus(TOUCH_AFTER));
    }

    boolean isOver(Map<String, String> values, Instant now) {
        return !now.isBefore(end(values));
    }

    /** When it is over if nobody uses it any more. */
    Instant end(Map<String, String> values) {
        Instant idleEnd = at(values, TOUCHED).plus(idle);
        Instant absoluteEnd = at(values, BEGUN).plus(absolute);
        return idleEnd.isBefore(absoluteEnd) ? idleEnd : absoluteEnd;
    }

    private static Instant at(Map<String, String> values, String name) {
        return Instant.ofEpochSecond(Long.parseLong(values.getOrDefault(name, "0")));
    }
}

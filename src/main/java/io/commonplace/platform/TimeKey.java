package io.commonplace.platform;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The place of a row in a list that is ordered by time, and by identifier where times are equal. */
public record TimeKey(Instant time, long id) {
    private static final Pattern FORM = Pattern.compile("([12][0-9TZ:.-]{1,40})_([0-9]{1,18})");

    /** What an address says; null if it is no such key. */
    public static @Nullable TimeKey parse(String text) {
        Matcher parts = FORM.matcher(text);
        try {
            return parts.matches() ? new TimeKey(Instant.parse(parts.group(1)), Long.parseLong(parts.group(2))) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return time + "_" + id;
    }
}

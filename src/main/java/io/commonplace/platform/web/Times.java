package io.commonplace.platform.web;

import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats times for people, in UTC. In views: {@code #{times.day(instant)}}. */
@Named
@ApplicationScoped
public class Times {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    @Inject
    private Clock clock;

    public String day(Instant time) {
        return DAY.format(time);
    }

    public String moment(Instant time) {
        return MOMENT.format(time) + " UTC";
    }

    /** The time that has passed, up to a day; the date for older times. */
    public String ago(Instant time) {
        Duration passed = Duration.between(time, clock.instant());
        if (passed.toMinutes() < 1) {
            return Messages.text("time.now");
        }
        if (passed.toHours() < 1) {
            return Messages.text("time.minutes", passed.toMinutes());
        }
        if (passed.toDays() < 1) {
            return Messages.text("time.hours", passed.toHours());
        }
        return day(time);
    }
}

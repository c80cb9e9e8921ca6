package io.commonplace.pages.web;

import io.commonplace.platform.NotFound;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** A moment in an address, as a browser's field for a date and a time has it; in UTC, like all times of the site. */
final class Moment {
    private Moment() {}

    /** @throws NotFound if it is none, or in the future: nobody knows how a page will be then */
    static Instant parse(String text, Instant now) {
        try {
            Instant moment = LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            if (!moment.isAfter(now)) {
                return moment;
            }
        } catch (DateTimeParseException e) {
            throw new NotFound("revision.noMoment");
        }
        throw new NotFound("revision.future");
    }
}

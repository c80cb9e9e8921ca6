package io.commonplace.people.web;

import io.commonplace.platform.NotFound;

/** Parses identifiers in requests. */
final class Identifiers {
    private Identifiers() {}

    /** @throws NotFound if the text is not a number, and so can't be an identifier */
    static long parse(String given) {
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException e) {
            NotFound refusal = new NotFound("access.notFound");
            refusal.initCause(e);
            throw refusal;
        }
    }
}

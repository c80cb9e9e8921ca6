package io.commonplace.people.web;

import io.commonplace.platform.NotFound;

/** Identifiers that a request names. */
final class Identifiers {
    private Identifiers() {}

    /** @throws NotFound if it is no number, and so nothing's identifier */
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

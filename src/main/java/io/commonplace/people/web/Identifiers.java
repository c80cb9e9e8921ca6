package io.commonplace.people.web;

import io.commonplace.platform.NotThere;

/** Identifiers that a request names. */
final class Identifiers {
    private Identifiers() {}

    /** @throws NotThere if it is no number, and so nothing's identifier */
    static long parse(String given) {
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException e) {
            NotThere refusal = new NotThere("access.notThere");
            refusal.initCause(e);
            throw refusal;
        }
    }
}

package io.commonplace.platform;

import java.io.Serial;

/**
 * The requested thing doesn't exist, or this person may not see it; the response has the status 404 in both cases, so that
 * nobody learns what exists.
 */
public final class NotFound extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    public NotFound(String key, Object... arguments) {
        super(key, arguments);
    }
}

package io.commonplace.platform;

import java.io.Serial;

/** The change is not possible at the moment, and nothing was changed; a later attempt may succeed. The response has the status 503. */
public final class Unavailable extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    public Unavailable(String key, Object... arguments) {
        super(key, arguments);
    }
}

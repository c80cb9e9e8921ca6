package io.commonplace.platform;

import java.io.Serial;

/** The person has no right to do this. The response has the status 403. */
public final class Forbidden extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    public Forbidden(String key, Object... arguments) {
        super(key, arguments);
    }
}

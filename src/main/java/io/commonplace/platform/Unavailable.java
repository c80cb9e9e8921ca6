package io.commonplace.platform;

import java.io.Serial;

/** It can't be done at the moment, and nothing was changed; the same may well be done a little later. Shown as 503. */
public final class Unavailable extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    public Unavailable(String key, Object... arguments) {
        super(key, arguments);
    }
}

package io.commonplace.people;

import io.commonplace.platform.Refusal;
import java.io.Serial;

/** Passwords were guessed too often for a name or from an address; shown as 429. */
public final class TooManyGuesses extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    TooManyGuesses(String key, Object... arguments) {
        super(key, arguments);
    }
}

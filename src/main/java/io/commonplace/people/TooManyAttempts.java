package io.commonplace.people;

import io.commonplace.platform.Refusal;
import java.io.Serial;
import java.time.Duration;

/** Passwords are tried too quickly; shown as 429. */
public final class TooManyAttempts extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    private final long seconds;

    TooManyAttempts(Duration wait) {
        this(wait.plusMillis(999).toSeconds());
    }

    private TooManyAttempts(long seconds) {
        super("signIn.wait", seconds);
        this.seconds = seconds;
    }

    /** How long to wait before the next one. */
    public int seconds() {
        return (int) seconds;
    }
}

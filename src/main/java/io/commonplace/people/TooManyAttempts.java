package io.commonplace.people;

import io.commonplace.platform.Refusal;
import java.io.Serial;
import java.time.Duration;

/** Too many failed sign-ins; the answer is 429. */
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

    /** How long to wait before the next attempt. */
    public int seconds() {
        return (int) seconds;
    }
}

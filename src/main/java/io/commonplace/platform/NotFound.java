package io.commonplace.platform;

import java.io.Serial;

/** What was asked for doesn't exist, or may not be seen by this person, who is not to know the difference; shown as 404. */
public final class NotFound extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    public NotFound(String key, Object... arguments) {
        super(key, arguments);
    }
}

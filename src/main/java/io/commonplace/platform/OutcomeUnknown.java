package io.commonplace.platform;

import java.io.Serial;

/**
 * The connection broke during a commit: the change may have been saved, or not. Don't report it as refused; a program must
 * check the state before it tries again.
 */
public final class OutcomeUnknown extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    public OutcomeUnknown(String key) {
        super(key);
    }
}

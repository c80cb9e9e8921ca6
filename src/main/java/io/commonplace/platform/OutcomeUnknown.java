package io.commonplace.platform;

import java.io.Serial;

/**
 * The connection broke while a change was being committed: it may have been saved, or not. It is not to be called
 * refused, and a program must look before it asks for the same again.
 */
public final class OutcomeUnknown extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    public OutcomeUnknown(String key) {
        super(key);
    }
}

package io.commonplace.pages;

import io.commonplace.platform.Refusal;
import java.io.Serial;

/**
 * Another draft exists that this text is not based on: an older one that the person has neither restored nor discarded, or
 * one from another window.
 */
public final class DraftConflict extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    DraftConflict() {
        super("draft.conflict");
    }
}

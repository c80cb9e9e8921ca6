package io.commonplace.pages;

import io.commonplace.platform.Refusal;
import java.io.Serial;

/** There is a draft that this text doesn't continue: an earlier one that nobody has decided about, or another window's. */
public final class DraftConflict extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    DraftConflict() {
        super("draft.conflict");
    }
}

package io.commonplace.pages;

import io.commonplace.platform.Refusal;
import java.io.Serial;

/** Somebody else has saved the page since this person opened it for editing. */
public final class EditConflict extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    EditConflict(int currentRevision, String changedBy) {
        super("page.conflict", currentRevision, changedBy);
    }
}

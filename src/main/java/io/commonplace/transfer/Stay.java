package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import io.commonplace.platform.Messages;

/** Why a job leaves a page as it is. */
enum Stay {
    FRONT,
    CHANGED,
    MOVED,
    ABOVE,
    TAKEN,
    UNREADABLE;

    void hint(StepCommit commit, String path) {
        String key = "import.stay." + name();
        commit.hint(path, key, Messages.text(key));
    }
}

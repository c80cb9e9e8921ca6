package io.commonplace.transfer;

import io.commonplace.platform.Messages;
import java.io.Serial;

/** The archive as a whole can't be imported: it is none, or it breaks a limit that stands for all of it. */
final class ArchiveRefused extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    ArchiveRefused(String key, Object... arguments) {
        super(Messages.text(key, arguments));
    }
}

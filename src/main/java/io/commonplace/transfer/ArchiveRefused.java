package io.commonplace.transfer;

import io.commonplace.platform.Messages;
import java.io.Serial;

/** The whole archive can't be imported: it is not a ZIP, or it exceeds a limit for the whole archive. */
final class ArchiveRefused extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    ArchiveRefused(String key, Object... arguments) {
        super(Messages.text(key, arguments));
    }
}

package io.commonplace.transfer;

import io.commonplace.platform.Messages;
import java.io.Serial;

/** One file of an archive is not imported. */
final class FileRefused extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    FileRefused(String key, Object... arguments) {
        super(Messages.text(key, arguments));
    }
}

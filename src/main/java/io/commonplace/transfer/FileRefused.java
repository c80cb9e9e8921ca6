package io.commonplace.transfer;

import io.commonplace.platform.Messages;
import java.io.Serial;

/** One file of an archive is not imported. */
final class FileRefused extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient Object[] arguments;

    FileRefused(String key, Object... arguments) {
        super(Messages.text(key, arguments));
        this.key = key;
        this.arguments = arguments.clone();
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}

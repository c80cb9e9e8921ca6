package io.commonplace.attachments;

import io.commonplace.platform.Messages;

/** The size of a file as people read it. */
public final class FileSize {
    private FileSize() {}

    /** In bytes, kilobytes or megabytes. */
    public static String text(long bytes) {
        if (bytes < 1000) {
            return Messages.text("file.size.bytes", bytes);
        }
        return bytes < 1_000_000
                ? Messages.text("file.size.kilobytes", bytes / 1000.0)
                : Messages.text("file.size.megabytes", bytes / 1_000_000.0);
    }
}

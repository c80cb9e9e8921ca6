package io.commonplace.attachments.text;

import io.commonplace.platform.Messages;

/** Why a file's text could not be read. The names are in the database. */
public enum ExtractionFailure {
    TOO_LARGE(true),
    ENCRYPTED(true),
    UNREADABLE(true),
    UNSUPPORTED(true),
    TIME(false),
    MEMORY(false),
    CRASH(false);

    private final boolean certain;

    ExtractionFailure(boolean certain) {
        this.certain = certain;
    }

    /** Whether another attempt would fail, too. */
    boolean isCertain() {
        return certain;
    }

    /** For people. */
    String text() {
        return Messages.text("file.text." + name());
    }
}

package io.commonplace.extractor;

/** How the program ends. The caller knows these numbers, too. */
enum Status {
    READ(0),
    /** The Java runtime itself ends with this one when the heap is full ({@code -XX:+ExitOnOutOfMemoryError}). */
    OUT_OF_MEMORY(3),
    /** A password is needed. */
    ENCRYPTED(10),
    /** The file is damaged, or made to do harm. */
    UNREADABLE(11),
    /** It is not a document with text. */
    UNSUPPORTED(12),
    /** The caller is dead. */
    STOPPED(13);

    private final int code;

    Status(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}

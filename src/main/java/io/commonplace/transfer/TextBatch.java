package io.commonplace.transfer;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Collects texts by their hash, and passes them on a few at a time. */
final class TextBatch {
    /** In characters. A batch is at most this and one text more, which fits into one packet of the database. */
    private static final int MAX_LENGTH = 1 << 20;

    private static final int MAX_TEXTS = 200;

    private final Consumer<Map<String, String>> store;
    private Map<String, String> texts = new HashMap<>();
    private int length;

    TextBatch(Consumer<Map<String, String>> store) {
        this.store = store;
    }

    void add(String hash, String text) {
        texts.put(hash, text);
        length += text.length();
        if (length >= MAX_LENGTH || texts.size() == MAX_TEXTS) {
            flush();
        }
    }

    /** Passes on what is left. */
    void flush() {
        if (!texts.isEmpty()) {
            store.accept(texts);
            texts = new HashMap<>();
            length = 0;
        }
    }
}

package io.commonplace.transfer;

import io.commonplace.platform.Messages;

/** A page of a plan, and what the import would do with it. */
public record CheckedPage(String path, String title, ImportFile.Outcome outcome) {
    private static final int MAX_DEPTH = 6;

    /** For people. */
    public String label() {
        return Messages.text("import.outcome." + outcome.name());
    }

    /** The kind of its badge. */
    public String badge() {
        return switch (outcome) {
            case CREATED -> "good";
            case UPDATED -> "info";
            case UNCHANGED -> "same";
            case FAILED -> "bad";
        };
    }

    /** The number of pages above it; at most {@value #MAX_DEPTH}. */
    public int depth() {
        return path.isEmpty()
                ? 0
                : Math.min(
                        MAX_DEPTH, 1 + (int) path.chars().filter(c -> c == '/').count());
    }
}

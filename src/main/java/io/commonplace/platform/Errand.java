package io.commonplace.platform;

import org.jspecify.annotations.Nullable;

/**
 * What a thread works for now: a request, or a step of a job. What is noticed far below, where nobody knows of either,
 * can so be told with the page that caused it.
 */
public final class Errand implements AutoCloseable {
    private static final ThreadLocal<@Nullable Errand> NOW = new ThreadLocal<>();

    private final String description;
    private final @Nullable Errand before;

    private Errand(String description) {
        this.description = description;
        this.before = NOW.get();
    }

    /** Begins an errand on this thread; closing it ends it. */
    public static Errand begin(String description) {
        Errand errand = new Errand(description);
        NOW.set(errand);
        return errand;
    }

    /** In words for a log. */
    public static String now() {
        Errand errand = NOW.get();
        return errand == null ? "the clone itself" : errand.description;
    }

    @Override
    public void close() {
        if (before == null) {
            NOW.remove();
        } else {
            NOW.set(before);
        }
    }
}

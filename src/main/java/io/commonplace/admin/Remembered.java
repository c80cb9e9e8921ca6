package io.commonplace.admin;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is dear to find out, and good for ten seconds. */
final class Remembered<T> {
    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private final Supplier<T> source;
    private @Nullable T value;
    private long until;

    Remembered(Supplier<T> source) {
        this.source = source;
    }

    synchronized T get() {
        T known = value;
        if (known == null || System.nanoTime() - until >= 0) {
            known = source.get();
            value = known;
            until = System.nanoTime() + GOOD_FOR.toNanos();
        }
        return known;
    }
}

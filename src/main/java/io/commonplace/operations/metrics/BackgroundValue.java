package io.commonplace.operations.metrics;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A value that another part must be asked for. Whoever reads it gets what is known and never waits, least of all when that
 * part is gone; if it isn't new any more, it is asked for in the background, for the next one who reads.
 */
final class BackgroundValue<T> {
    private static final Logger LOG = Logger.getLogger(BackgroundValue.class.getName());

    /** A new one isn't asked for more often, however many read. */
    private static final Duration NEW = Duration.ofSeconds(10);

    /** What is older says nothing of the present. */
    private static final Duration KNOWN = Duration.ofSeconds(60);

    private final Supplier<Optional<T>> source;
    private final Executor executor;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable Known<T> last;

    BackgroundValue(Executor executor, Supplier<Optional<T>> source) {
        this.executor = executor;
        this.source = source;
    }

    Optional<T> get() {
        Known<T> known = last;
        if ((known == null || known.isOlderThan(NEW)) && asking.compareAndSet(false, true)) {
            begin();
        }
        return known == null || known.isOlderThan(KNOWN) ? Optional.empty() : known.value;
    }

    private void begin() {
        try {
            executor.execute(this::ask);
        } catch (RejectedExecutionException e) {
            // There is no room at the moment: the next one who reads asks again.
            asking.set(false);
            LOG.log(Level.FINE, "A part can't be asked for its figures", e);
        }
    }

    private void ask() {
        long begun = System.nanoTime();
        try {
            last = new Known<>(source.get(), begun);
        } catch (RuntimeException e) {
            last = new Known<>(Optional.empty(), begun);
            LOG.log(Level.FINE, "A part doesn't tell its figures", e);
        } finally {
            asking.set(false);
        }
    }

    private record Known<T>(Optional<T> value, long at) {
        boolean isOlderThan(Duration age) {
            return System.nanoTime() - at > age.toNanos();
        }
    }
}

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
 * A value of another part of the cluster, cached and refreshed in the background. A reader gets the known value and never
 * waits, even if that part is unreachable. If the value is outdated, the read starts a refresh for the next reader.
 */
final class BackgroundValue<T> {
    private static final Logger LOG = Logger.getLogger(BackgroundValue.class.getName());

    /** The minimum time between two refreshes. */
    private static final Duration REFRESH_AFTER = Duration.ofSeconds(10);

    /** An older value is not returned. */
    private static final Duration MAX_AGE = Duration.ofSeconds(60);

    private final Supplier<Optional<T>> source;
    private final Executor executor;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile @Nullable Sample<T> last;

    BackgroundValue(Executor executor, Supplier<Optional<T>> source) {
        this.executor = executor;
        this.source = source;
    }

    Optional<T> get() {
        Sample<T> sample = last;
        if ((sample == null || sample.isOlderThan(REFRESH_AFTER)) && refreshing.compareAndSet(false, true)) {
            startRefresh();
        }
        return sample == null || sample.isOlderThan(MAX_AGE) ? Optional.empty() : sample.value;
    }

    private void startRefresh() {
        try {
            executor.execute(this::refresh);
        } catch (RejectedExecutionException e) {
            // The executor is full; the next read tries again.
            refreshing.set(false);
            LOG.log(Level.FINE, "A value can't be refreshed now", e);
        }
    }

    private void refresh() {
        long started = System.nanoTime();
        try {
            last = new Sample<>(source.get(), started);
        } catch (RuntimeException e) {
            last = new Sample<>(Optional.empty(), started);
            LOG.log(Level.FINE, "A value could not be refreshed", e);
        } finally {
            refreshing.set(false);
        }
    }

    private record Sample<T>(Optional<T> value, long at) {
        boolean isOlderThan(Duration age) {
            return System.nanoTime() - at > age.toNanos();
        }
    }
}

package io.commonplace.search.opensearch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what a server that is slow or dead costs: only some calls run at once, and after a failure one call at a time tries
 * whether it is back. All others are refused at once.
 */
final class Admission {
    /** More wait for a slow server than it could answer. */
    private static final int MOST_AT_ONCE = 16;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /** When the server failed, or was last tried after that; null if it answers. */
    private final AtomicReference<@Nullable Long> failed = new AtomicReference<>();

    /** Whether a call may begin; it must end with {@link #end}. */
    boolean begin() {
        Long last = failed.get();
        if (last != null) {
            Long now = System.nanoTime();
            boolean tries = now - last > PAUSE.toNanos() && failed.compareAndSet(last, now);
            if (!tries) {
                return false;
            }
        }
        return places.tryAcquire();
    }

    /** Whether the last call that has ended got no answer. */
    boolean isFailing() {
        return failed.get() != null;
    }

    /** @param answered whether the server has answered, with whatever */
    void end(boolean answered) {
        places.release();
        failed.set(answered ? null : System.nanoTime());
    }
}

package io.commonplace.search;

import io.commonplace.database.Positions;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The position up to which the index has all changes, and those who wait for a later one. */
final class AppliedPosition {
    /** Waiting is counted in such parts: in one of them the whole clone may have stood still. */
    private static final Duration PART = Duration.ofMillis(50);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** The newest position that a message named or a search needs. */
    private @Nullable String needed;

    private long neededSince;

    private @Nullable String applied;

    private boolean opened;

    /** Whether there is more to do at once. */
    private boolean more;

    /** Whether somebody has waited in vain since the index was last brought up to date. */
    private boolean stuck;

    /**
     * Waits until the index has everything up to {@code position}. While the index is stuck, only the first one waits: nobody
     * should lose the time with each search while it is built, or can't be changed.
     *
     * @return false if it doesn't have it within {@code timeout}
     */
    boolean await(String position, Duration timeout) {
        require(position);
        lock.lock();
        try {
            boolean reached = wait(stuck ? Duration.ZERO : timeout, () -> has(position));
            stuck |= !reached;
            return reached;
        } finally {
            lock.unlock();
        }
    }

    /** Notes that the index needs everything up to {@code position}. */
    void require(String position) {
        lock.lock();
        try {
            if (!isNeeded()) {
                neededSince = System.nanoTime();
            }
            needed = Positions.latest(needed, position);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the index was opened, and is either up to date or built anew. */
    boolean awaitOpening(Duration timeout) {
        lock.lock();
        try {
            more = true;
            changed.signalAll();
            return wait(timeout, () -> opened);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something to do, at most for {@code timeout}. */
    void awaitWork(Duration timeout) {
        wait(timeout, () -> more || isNeeded());
    }

    /** Waits until there are changes, at most for {@code timeout}. */
    void awaitNeed(Duration timeout) {
        wait(timeout, this::isNeeded);
    }

    /** Waits for a step that has failed. */
    void pause(Duration length) {
        wait(length, () -> false);
    }

    /** Begins a step. A step that fails is repeated after a pause, not at once. @return the position that it needs */
    @Nullable
    String begin() {
        lock.lock();
        try {
            more = false;
            return needed;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a step. @param began in the time of {@link System#nanoTime} */
    void end(IndexUpdate.Step step, long began) {
        lock.lock();
        try {
            more = step.more();
            if (step.position() != null) {
                applied = Positions.latest(applied, step.position());
                // What is still missing was asked for after that.
                neededSince = began;
                stuck = false;
            }
            opened |= step.position() != null || !step.complete();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what was applied, because the index is opened again, and may lack it. */
    void forget() {
        lock.lock();
        try {
            applied = null;
        } finally {
            lock.unlock();
        }
    }

    /** Since when the index lacks a change, in seconds; 0 if it is current. */
    double secondsBehind() {
        lock.lock();
        try {
            return isNeeded() ? (System.nanoTime() - neededSince) / 1e9 : 0;
        } finally {
            lock.unlock();
        }
    }

    private boolean isNeeded() {
        return needed != null && !has(needed);
    }

    private boolean has(@Nullable String position) {
        return applied != null && Positions.has(applied, position);
    }

    private boolean wait(Duration timeout, BooleanSupplier condition) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean() && left > 0) {
                long part = Math.min(left, PART.toNanos());
                left -= part - Math.max(0, changed.awaitNanos(part));
            }
            return condition.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}

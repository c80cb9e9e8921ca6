package io.commonplace.search;

import io.commonplace.cluster.Broadcast;
import io.commonplace.database.Migrations;
import io.commonplace.database.Positions;
import io.commonplace.platform.PeriodicTask;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this clone's index current. A message after each commit wakes it; because messages can be lost, it also looks once a
 * second.
 */
@ApplicationScoped
public class IndexFollower {
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final PeriodicTask follow = new PeriodicTask("search-index", this::follow);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** The newest position that a message named or a search needs. */
    private @Nullable String needed;

    private long neededSince;

    private @Nullable String applied;

    /** Whether there is more to do at once. */
    private boolean more;

    @Inject
    private IndexUpdate update;

    @Inject
    private Migrations migrations;

    @Inject
    private Broadcast broadcast;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        broadcast.on(ChangeLog.CHANNEL, this::require);
        follow.start(PAUSE, PAUSE);
    }

    @PreDestroy
    void stop() {
        follow.close();
        update.close();
    }

    /**
     * Waits until the index has everything up to {@code position}.
     *
     * @return false if it doesn't within {@code timeout}
     */
    boolean await(String position, Duration timeout) {
        require(position);
        return wait(timeout, () -> has(position));
    }

    /** Since when the index lacks a change, in seconds; 0 if it is current. */
    double secondsBehind() {
        lock.lock();
        try {
            return needed == null || has(needed) ? 0 : (System.nanoTime() - neededSince) / 1e9;
        } finally {
            lock.unlock();
        }
    }

    private void require(String position) {
        lock.lock();
        try {
            if (needed == null || has(needed)) {
                neededSince = System.nanoTime();
            }
            needed = Positions.latest(needed, position);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean has(@Nullable String position) {
        return applied != null && Positions.has(applied, position);
    }

    private void follow() {
        wait(INTERVAL, () -> more || needed != null && !has(needed));
        if (!migrations.isApplied() || Thread.currentThread().isInterrupted()) {
            return;
        }
        boolean done = false;
        long began = System.nanoTime();
        try {
            done = reached(update.next(needed()), began);
        } finally {
            if (!done) {
                wait(RETRY, () -> false);
            }
        }
    }

    private @Nullable String needed() {
        lock.lock();
        try {
            // A step that fails is repeated after a pause, not at once.
            more = false;
            return needed;
        } finally {
            lock.unlock();
        }
    }

    /** @return false if no database could be read that is as far as the index */
    private boolean reached(IndexUpdate.Step step, long began) {
        lock.lock();
        try {
            more = step.more();
            if (step.position() != null) {
                applied = Positions.latest(applied, step.position());
                // What is still missing was asked for after that.
                neededSince = began;
                changed.signalAll();
            }
            return step.more() || step.position() != null;
        } finally {
            lock.unlock();
        }
    }

    private boolean wait(Duration timeout, BooleanSupplier condition) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
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

package io.commonplace.search;

import io.commonplace.cluster.Broadcast;
import io.commonplace.database.Migrations;
import io.commonplace.platform.BestEffort;
import io.commonplace.platform.PeriodicTask;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the index current. A message after each commit wakes it; because messages can be lost, it also looks once a
 * second.
 */
@ApplicationScoped
public class IndexFollower {
    private static final Logger LOG = Logger.getLogger(IndexFollower.class.getName());

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** After a failure. */
    private static final Duration RETRY = Duration.ofMillis(500);

    /** After a failure of the index's disk: the whole index is read when it is opened. */
    private static final Duration OPEN_AGAIN = Duration.ofSeconds(5);

    /** After a read of a server that was behind: another one may be ready in a moment. */
    private static final Duration READ_AGAIN = Duration.ofMillis(100);

    private final PeriodicTask follow = new PeriodicTask("search-index", this::follow);
    private final AppliedPosition position = new AppliedPosition();

    @Inject
    private IndexUpdate update;

    @Inject
    private Migrations migrations;

    @Inject
    private Broadcast broadcast;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        // Here, and not beside the rest of the start. Payara closes the JARs of the application when it has deployed
        // it. A
        // resource that another thread reads at that moment is missing, and a class that needs it can't be used any
        // more.
        BestEffort.run("warming up the search", SearchWarmUp::run);
        broadcast.on(ChangeLog.CHANNEL, position::require);
        follow.start(Duration.ZERO, PAUSE);
    }

    @PreDestroy
    void stop() {
        follow.close();
        update.close();
    }

    /**
     * Opens the index, and applies what has changed since it was closed. An index that is built anew, or that all clones
     * share, is not waited for.
     *
     * @param timeout pages can be read without the search, so a slow one must not delay the start for longer
     */
    public void open(Duration timeout) {
        if (!update.isShared() && !position.awaitOpening(timeout)) {
            LOG.log(Level.INFO, "The search index is not open yet; the clone starts without it");
        }
    }

    /**
     * Waits until the index has everything up to {@code wanted}.
     *
     * @return false if it doesn't within {@code timeout}, or if somebody has waited for it in vain
     */
    boolean await(String wanted, Duration timeout) {
        return position.await(wanted, timeout);
    }

    /** Since when the index lacks a change, in seconds; 0 if it is current. */
    double secondsBehind() {
        return position.secondsBehind();
    }

    private void follow() {
        position.awaitWork(INTERVAL);
        if (!migrations.isApplied() || Thread.currentThread().isInterrupted()) {
            return;
        }
        Duration pause = RETRY;
        long began = System.nanoTime();
        try {
            IndexUpdate.Step step = update.next(position.begin(), position::forget);
            position.end(step, began);
            pause = step.isDone() ? Duration.ZERO : READ_AGAIN;
            if (step.isInBackground()) {
                // People need the other half of the processor.
                position.awaitNeed(Duration.ofNanos(System.nanoTime() - began));
            }
        } finally {
            position.pause(update.hasFailed() ? OPEN_AGAIN : pause);
        }
    }
}

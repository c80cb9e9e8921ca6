package io.commonplace.pages;

import io.commonplace.cluster.Members;
import io.commonplace.database.Migrations;
import io.commonplace.platform.PeriodicTask;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Stores the drafts that could not be stored when they were typed. One clone does this, the one that is a member for longest. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DraftSweep {
    private static final int AT_ONCE = 200;
    private static final Duration KEPT = Duration.ofDays(90);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Members members;

    @Inject
    private Migrations migrations;

    @Inject
    private DraftBuffer buffer;

    @Inject
    private DraftFlusher flusher;

    @Inject
    private DraftStore store;

    @Inject
    private Clock clock;

    private final PeriodicTask storing = new PeriodicTask(
            "draft-sweep", onOneClone(() -> buffer.waiting(AT_ONCE).forEach(flusher::tryToStore)));
    private final PeriodicTask clearing = new PeriodicTask(
            "draft-clearing",
            onOneClone(() -> store.removeOlderThan(clock.instant().minus(KEPT))));

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        storing.runOn(executor);
    }

    /** What nobody has come back to. */
    @Schedule(hour = "3", minute = "17", persistent = false)
    void clear() {
        clearing.runOn(executor);
    }

    private Runnable onOneClone(Runnable work) {
        return () -> {
            if (migrations.isApplied() && members.isOldest()) {
                work.run();
            }
        };
    }
}

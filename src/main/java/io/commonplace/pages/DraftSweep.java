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

/** Stores drafts that could not be stored when they were typed, and deletes old ones. Only the oldest member does this. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DraftSweep {
    private static final int BATCH = 200;
    private static final Duration RETENTION = Duration.ofDays(90);

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
    private StoredDrafts stored;

    @Inject
    private Clock clock;

    private final PeriodicTask flush = new PeriodicTask(
            "draft-sweep", onOneClone(() -> buffer.dirtyKeys(BATCH).forEach(flusher::tryToStore)));
    private final PeriodicTask cleanup = new PeriodicTask(
            "draft-clearing",
            onOneClone(() -> stored.removeOlderThan(clock.instant().minus(RETENTION))));

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        flush.runOn(executor);
    }

    /** Deletes drafts that nobody has touched for {@link #RETENTION}. */
    @Schedule(hour = "3", minute = "17", persistent = false)
    void clear() {
        cleanup.runOn(executor);
    }

    private Runnable onOneClone(Runnable work) {
        return () -> {
            if (migrations.isApplied() && members.isOldest()) {
                work.run();
            }
        };
    }
}

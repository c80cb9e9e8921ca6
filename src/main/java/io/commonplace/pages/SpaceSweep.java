package io.commonplace.pages;

import io.commonplace.cluster.Members;
import io.commonplace.database.Migrations;
import io.commonplace.database.ReadOnlyMode;
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
import java.time.Instant;

/** Starts the permanent deletion of spaces whose days are over. Only the oldest member does this. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SpaceSweep {
    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Members members;

    @Inject
    private Migrations migrations;

    @Inject
    private ReadOnlyMode mode;

    @Inject
    private SpaceDeletion deletion;

    @Inject
    private SpaceEnds ends;

    @Inject
    private Clock clock;

    private final PeriodicTask sweep = new PeriodicTask("space-sweep", this::sweepOnOneClone);

    @Schedule(hour = "*", minute = "33", persistent = false)
    void sweep() {
        sweep.runOn(executor);
    }

    private void sweepOnOneClone() {
        if (migrations.isApplied() && members.isOldest() && !mode.isOn()) {
            delete(clock.instant().minus(Duration.ofDays(ends.days())));
        }
    }

    /** Begins to delete the spaces that were deleted before {@code limit}. */
    public void delete(Instant limit) {
        deletion.due(limit).forEach(space -> deletion.startDue(space, limit));
    }
}

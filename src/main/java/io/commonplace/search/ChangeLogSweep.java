package io.commonplace.search;

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

/**
 * Deletes old entries of the change log. A clone that was away for longer builds its index anew. Only the oldest member does
 * this; if two do it at the same time, nothing is lost.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChangeLogSweep {
    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Members members;

    @Inject
    private Migrations migrations;

    @Inject
    private ReadOnlyMode mode;

    @Inject
    private ChangeLog changes;

    private final PeriodicTask sweep = new PeriodicTask("change-log-sweep", this::deleteOnOneClone);

    @Schedule(hour = "*", minute = "41", persistent = false)
    void sweep() {
        sweep.runOn(executor);
    }

    private void deleteOnOneClone() {
        if (migrations.isApplied() && members.isOldest() && !mode.isOn()) {
            changes.deleteOld();
        }
    }
}

package io.commonplace.jobs;

import io.commonplace.cluster.Members;
import io.commonplace.database.Migrations;
import io.commonplace.database.ReadOnlyMode;
import io.commonplace.platform.BestEffort;
import io.commonplace.platform.PeriodicTask;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Recovers lost steps once a second: it releases steps whose worker has left the grid, and sends the messages of overdue steps
 * again. Only the oldest member does this; in addition, each clone recovers its own dropped steps.
 */
@Singleton
@Lock(LockType.WRITE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobSweep {
    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Members members;

    @Inject
    private Migrations migrations;

    @Inject
    private SweepQueries queries;

    @Inject
    private StepRelease release;

    @Inject
    private OverdueSteps overdueSteps;

    @Inject
    private ReadOnlyMode mode;

    private final PeriodicTask sweep = new PeriodicTask("job-sweep", this::recover);

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void sweep() {
        sweep.runOn(executor);
    }

    private void recover() {
        if (!migrations.isApplied() || mode.isOn()) {
            return;
        }
        List<Runnable> all = new ArrayList<>();
        queries.dropped().forEach(step -> all.add(() -> release.abandoned(step)));
        if (members.isOldest()) {
            queries.abandoned().forEach(step -> all.add(() -> release.abandoned(step)));
            all.add(overdueSteps::wake);
        }
        // A step that can't be released must not stop the others.
        BestEffort.each(all);
    }
}

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
 * Mends what got lost: steps whose worker is no member of the grid any more are free again, and steps for which no
 * worker came are called for again. One clone does this, the one that is a member for longest; each looks after the steps
 * that are its own.
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
    private SweepQueries finds;

    @Inject
    private StepRelease release;

    @Inject
    private OverdueSteps call;

    @Inject
    private ReadOnlyMode mode;

    private final PeriodicTask sweep = new PeriodicTask("job-sweep", this::mend);

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void sweep() {
        sweep.runOn(executor);
    }

    private void mend() {
        if (!migrations.isApplied() || mode.isOn()) {
            return;
        }
        List<Runnable> all = new ArrayList<>();
        finds.dropped().forEach(step -> all.add(() -> release.abandoned(step)));
        if (members.isOldest()) {
            finds.abandoned().forEach(step -> all.add(() -> release.abandoned(step)));
            all.add(call::forOverdue);
        }
        // A step that can't be let go of must not keep the others.
        BestEffort.each(all);
    }
}

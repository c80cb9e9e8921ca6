package io.commonplace.jobs;

import io.commonplace.cluster.Members;
import io.commonplace.database.Migrations;
import io.commonplace.database.ReadOnlyMode;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Mends what got lost: steps whose worker is no member of the grid any more are free again, and steps for which no
 * worker came are called for again. One clone does this, the one that is a member for longest; each looks after the steps
 * that are its own.
 */
@Singleton
@Lock(LockType.WRITE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobSweep {
    private static final Logger LOG = Logger.getLogger(JobSweep.class.getName());

    @Inject
    private Members members;

    @Inject
    private Migrations migrations;

    @Inject
    private SweepFinds finds;

    @Inject
    private StepRelease release;

    @Inject
    private SecondCall call;

    @Inject
    private ReadOnlyMode mode;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void sweep() {
        if (!migrations.isApplied() || mode.isOn()) {
            return;
        }
        try {
            finds.dropped().forEach(release::abandoned);
            if (members.isOldest()) {
                mendForAll();
            }
        } catch (RuntimeException e) {
            // The container cancels a timer whose method throws twice in a row; nothing would be mended any more.
            LOG.log(Level.WARNING, "The sweep goes on in a second: {0}", e.toString());
        }
    }

    private void mendForAll() {
        finds.abandoned().forEach(release::abandoned);
        call.forOverdue();
    }
}

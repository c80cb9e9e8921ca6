package io.commonplace.jobs;

import io.commonplace.cluster.Members;
import io.commonplace.database.Migrations;
import io.commonplace.database.ReadOnlyMode;
import io.commonplace.database.Servers;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Mends what got lost: steps whose worker is no member of the grid any more are free again, and steps for which no
 * worker came get another message. One clone does this, the one that is a member for longest; each looks after the steps
 * that are its own.
 */
@Singleton
@Lock(LockType.WRITE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobSweep {
    private static final Logger LOG = Logger.getLogger(JobSweep.class.getName());
    private static final int AT_ONCE = 200;

    @Inject
    private Members members;

    @Inject
    private Migrations migrations;

    @Inject
    private SweepFinds finds;

    @Inject
    private StepRelease release;

    @Inject
    private JobKinds kinds;

    @Inject
    private JobSender sender;

    @Inject
    private Servers servers;

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
        finds.overdue(AT_ONCE).stream()
                .collect(Collectors.groupingBy(SweepFinds.Overdue::kind))
                .forEach((kind, steps) -> sender.send(kinds.named(kind).lane(), ids(steps), servers.newestPosition()));
    }

    private static List<Long> ids(List<SweepFinds.Overdue> steps) {
        return steps.stream().map(SweepFinds.Overdue::stepId).toList();
    }
}

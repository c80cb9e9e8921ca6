package io.commonplace.transfer;

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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes content that nothing names, and uploads that broke off. One clone does this, the one that is a member for
 * longest; should two take themselves for it, nothing is lost.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ContentSweep {
    private static final Logger LOG = Logger.getLogger(ContentSweep.class.getName());

    /** In one run: each is a transaction of its own, and what it deletes goes to the replicas as well. */
    private static final int AT_ONCE = 2_000;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Members members;

    @Inject
    private Migrations migrations;

    @Inject
    private ReadOnlyMode mode;

    @Inject
    private UnreferencedContent unnamed;

    @Inject
    private Uploads uploads;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "commonplace.content.unnamed-hours", defaultValue = "24")
    private int hours;

    private final PeriodicTask sweep = new PeriodicTask("content-sweep", this::sweepOnOneClone);

    @Schedule(hour = "*", minute = "23", persistent = false)
    void sweep() {
        sweep.runOn(executor);
    }

    private void sweepOnOneClone() {
        if (migrations.isApplied() && members.isOldest() && !mode.isOn()) {
            mark();
            delete(clock.instant().minus(Duration.ofHours(hours)));
        }
    }

    /** Marks all that nothing names. */
    public void mark() {
        String after = "";
        do {
            after = unnamed.mark(after);
        } while (!after.isEmpty());
    }

    /** Deletes what was marked, and what was uploaded, until {@code limit}. */
    public void delete(Instant limit) {
        long deleted = unnamed.due(limit, AT_ONCE).stream()
                .filter(hash -> unnamed.delete(hash, limit))
                .count();
        int broken = 0;
        for (long upload : unnamed.abandonedUploads(limit, AT_ONCE)) {
            broken++;
            boolean left = true;
            while (left) {
                left = uploads.deleteSome(upload);
            }
        }
        if (deleted + broken > 0) {
            LOG.log(
                    Level.INFO,
                    "Deleted {0} contents that nothing names, and {1} uploads that broke off",
                    new Object[] {deleted, broken});
        }
    }
}

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
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes archives after some days, and packed parts that belong to none. Only the oldest member does this; if two members do
 * it at the same time, nothing is lost.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExportSweep {
    private static final Logger LOG = Logger.getLogger(ExportSweep.class.getName());

    /** The maximum in one run: each deletion is replicated. */
    private static final int BATCH = 2_000;

    /** A step commits what it packs within this time, or its job has failed. */
    private static final Duration UNFINISHED = Duration.ofDays(1);

    /** Only a job that could not be ended leaves an export behind that is not ready. */
    private static final Duration NEVER_READY = Duration.ofDays(30);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Members members;

    @Inject
    private Migrations migrations;

    @Inject
    private ReadOnlyMode mode;

    @Inject
    private ExportExpiry expiry;

    @Inject
    private ExportPieces pieces;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "commonplace.export.days", defaultValue = "7")
    private int days;

    private final PeriodicTask sweep = new PeriodicTask("export-sweep", this::sweepOnOneClone);

    @Schedule(hour = "*", minute = "43", persistent = false)
    void sweep() {
        sweep.runOn(executor);
    }

    private void sweepOnOneClone() {
        if (migrations.isApplied() && members.isOldest() && !mode.isOn()) {
            Instant now = clock.instant();
            delete(now.minus(Duration.ofDays(days)), now.minus(UNFINISHED));
        }
    }

    /** Deletes archives that were ready before {@code limit}, and parts that belonged to none before {@code unfinished}. */
    public void delete(Instant limit, Instant unfinished) {
        List<Long> due = expiry.due(limit, clock.instant().minus(NEVER_READY), BATCH);
        due.forEach(expiry::delete);
        List<Long> parts = pieces.abandoned(unfinished, BATCH);
        for (long part : parts) {
            boolean more = true;
            while (more) {
                more = pieces.deleteSome(part);
            }
        }
        if (due.size() + parts.size() > 0) {
            LOG.log(Level.INFO, "Deleted {0} exports and {1} packed parts", new Object[] {due.size(), parts.size()});
        }
    }
}

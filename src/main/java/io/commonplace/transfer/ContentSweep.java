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
 * Deletes content that nothing refers to, incomplete uploads, and what imports leave behind. Only the oldest member does this; if two members do it at
 * the same time, nothing is lost.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ContentSweep {
    private static final Logger LOG = Logger.getLogger(ContentSweep.class.getName());

    /** The maximum in one run: each deletion is a transaction of its own and is replicated. */
    private static final int BATCH = 2_000;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Members members;

    @Inject
    private Migrations migrations;

    @Inject
    private ReadOnlyMode mode;

    @Inject
    private UnreferencedContent unreferenced;

    @Inject
    private AbandonedImports abandoned;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "commonplace.content.unreferenced-hours", defaultValue = "24")
    private int hours;

    private final PeriodicTask sweep = new PeriodicTask("content-sweep", this::sweepOnOneClone);

    @Schedule(hour = "*", minute = "23", persistent = false)
    void sweep() {
        sweep.runOn(executor);
    }

    private void sweepOnOneClone() {
        if (migrations.isApplied() && members.isOldest() && !mode.isOn()) {
            abandoned.deleteTexts();
            mark();
            delete(clock.instant().minus(Duration.ofHours(hours)));
        }
    }

    /** Marks all content that nothing refers to. */
    public void mark() {
        String after = "";
        do {
            after = unreferenced.mark(after);
        } while (!after.isEmpty());
    }

    /** Deletes content that was marked, and uploads and checks that were made, before {@code limit}. */
    public void delete(Instant limit) {
        long deleted = unreferenced.due(limit, BATCH).stream()
                .filter(hash -> unreferenced.delete(hash, limit))
                .count();
        int incomplete = abandoned.delete(limit);
        if (deleted + incomplete > 0) {
            LOG.log(Level.INFO, "Deleted {0} unreferenced contents and {1} incomplete uploads", new Object[] {
                deleted, incomplete
            });
        }
    }
}

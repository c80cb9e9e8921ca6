package io.commonplace.attachments.text;

import io.commonplace.cluster.Members;
import io.commonplace.database.Migrations;
import io.commonplace.database.ReadOnlyMode;
import io.commonplace.jobs.JobQueries;
import io.commonplace.platform.PeriodicTask;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Starts a job when files wait for their text to be read, one at a time. Only the oldest member does this. During a roll-out
 * that is a clone of the older version, so nobody asks for a kind of job that some clones don't know.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExtractionSweep {
    private static final Duration PASS_INTERVAL = Duration.ofHours(6);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Members members;

    @Inject
    private Migrations migrations;

    @Inject
    private ReadOnlyMode mode;

    @Inject
    private Extractor extractor;

    @Inject
    private Extractions extractions;

    @Inject
    private JobQueries jobs;

    private final PeriodicTask sweep = new PeriodicTask("extraction-sweep", this::sweepOnOneClone);

    /** The last attachment that was looked at, of all of them. */
    private long after;

    private long passDue = System.nanoTime();

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        sweep.runOn(executor);
    }

    private void sweepOnOneClone() {
        if (migrations.isApplied() && extractor.isOn() && members.isOldest() && !mode.isOn()) {
            requestMissing();
            if (jobs.open().stream().noneMatch(open -> open.kind().equals(ExtractionJob.NAME))) {
                extractions.submit();
            }
        }
    }

    private void requestMissing() {
        if (System.nanoTime() - passDue < 0) {
            return;
        }
        after = extractions.requestMissing(after);
        if (after == 0) {
            passDue = System.nanoTime() + PASS_INTERVAL.toNanos();
        }
    }
}

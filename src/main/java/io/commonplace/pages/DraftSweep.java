package io.commonplace.pages;

import io.commonplace.cluster.DraftShelf;
import io.commonplace.cluster.Members;
import io.commonplace.database.Migrations;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Stores the drafts that could not be stored when they were typed. One clone does this, the one that is a member for longest. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DraftSweep {
    private static final Logger LOG = Logger.getLogger(DraftSweep.class.getName());
    private static final int AT_ONCE = 200;
    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    private Members members;

    @Inject
    private Migrations migrations;

    @Inject
    private DraftShelf shelf;

    @Inject
    private DraftKeeper keeper;

    @Inject
    private DraftStore store;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        orLater(() -> shelf.waiting(AT_ONCE).forEach(keeper::tryToStore));
    }

    /** What nobody has come back to. */
    @Schedule(hour = "3", minute = "17", persistent = false)
    void clear() {
        orLater(() -> store.removeOlderThan(clock.instant().minus(KEPT)));
    }

    private void orLater(Runnable work) {
        try {
            if (migrations.isApplied() && members.isOldest()) {
                work.run();
            }
        } catch (RuntimeException e) {
            // The container cancels a timer whose method throws twice in a row.
            LOG.log(Level.WARNING, "Drafts are stored a little later: {0}", e.toString());
        }
    }
}

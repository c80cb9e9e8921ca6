package io.commonplace.search;

import io.commonplace.platform.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The index for a search, which must see every change that was acknowledged before it. */
@ApplicationScoped
public class CurrentIndex {
    private static final Logger LOG = Logger.getLogger(CurrentIndex.class.getName());
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    @Inject
    private ChangeLog changes;

    @Inject
    private IndexFollower follower;

    @Inject
    private IndexUpdate update;

    /** @throws Unavailable if this clone has no index yet */
    PageSearches searches() {
        return update.index().map(SearchIndex::searches).orElseThrow(() -> new Unavailable("search.starting"));
    }

    /** Whether the index has all changes. It is waited for, if it isn't stuck. */
    boolean hasAllChanges() {
        try {
            return follower.await(changes.position(), MAX_WAIT);
        } catch (PersistenceException e) {
            // Nothing can change without a database. The index may lack what was changed right before.
            LOG.log(Level.FINE, "No database says how far the change log is", e);
            return false;
        }
    }
}

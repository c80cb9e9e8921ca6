package io.commonplace.search;

import io.commonplace.database.ReadRouter;
import io.commonplace.platform.Freshness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The state of this clone's index, for the cluster page and metrics. */
@ApplicationScoped
public class SearchStatus {
    @Inject
    private IndexUpdate update;

    @Inject
    private IndexFollower follower;

    @Inject
    private SnapshotClient snapshots;

    @Inject
    private ReadRouter router;

    public SearchProgress progress() {
        return update.progress();
    }

    /** How far a copy of another clone's index is; empty if none is made. */
    public Optional<CopyProgress> copying() {
        return snapshots.progress();
    }

    /** The number of indexes that were copied from other clones since this clone started. */
    public long copies() {
        return snapshots.copies();
    }

    /** The size of the index on disk, in bytes. */
    public long bytes() {
        return update.index().map(SearchIndex::bytes).orElse(0L);
    }

    /** Since when the index lacks changes, in seconds; 0 if it is current. */
    public double secondsBehind() {
        return follower.secondsBehind();
    }

    /**
     * The number of changes that the index lacks. It asks a database, but only if the index is not current.
     *
     * @throws jakarta.persistence.PersistenceException if no database answers
     */
    public long changesBehind() {
        return secondsBehind() == 0
                ? 0
                : router.read(
                        Freshness.ANY,
                        em -> IndexQueries.countAfter(em, progress().followed()));
    }
}

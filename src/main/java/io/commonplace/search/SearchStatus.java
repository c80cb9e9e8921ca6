package io.commonplace.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The state of this clone's index, for the cluster page and metrics. */
@ApplicationScoped
public class SearchStatus {
    @Inject
    private IndexUpdate update;

    @Inject
    private IndexFollower follower;

    public SearchProgress progress() {
        return update.progress();
    }

    /** The size of the index on disk, in bytes. */
    public long bytes() {
        return update.index().map(PageIndex::bytes).orElse(0L);
    }

    /** Since when the index lacks changes, in seconds; 0 if it is current. */
    public double secondsBehind() {
        return follower.secondsBehind();
    }
}

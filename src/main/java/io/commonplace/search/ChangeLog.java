package io.commonplace.search;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Caches;
import io.commonplace.cache.Invalidations;
import io.commonplace.cluster.Broadcast;
import io.commonplace.database.ReadRouter;
import io.commonplace.database.Writes;
import io.commonplace.pages.PagesChanged;
import io.commonplace.platform.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Records which pages a transaction changes, and wakes the followers on all clones after its commit.
 *
 * <p>The log's position is cached like a list of pages. A change invalidates it on all clones before its commit returns, so
 * a search knows without a query whether this clone's index has all changes that anybody was told about.
 */
@ApplicationScoped
public class ChangeLog {
    static final String CHANNEL = "search";
    private static final String POSITION = "search";
    private static final int KEPT_DAYS = 14;

    @Inject
    private ChangeLogStore store;

    @Inject
    private Invalidations invalidations;

    @Inject
    private Caches caches;

    @Inject
    private ReadRouter router;

    @Inject
    private Broadcast broadcast;

    void record(@Observes PagesChanged change) {
        Recorded recorded = UnitOfWork.carry(Recorded.class, () -> new Recorded(broadcast));
        List<Long> added =
                change.pageIds().stream().filter(recorded.pageIds::add).toList();
        store.add(added);
        invalidations.mark(CacheRegion.LISTS, POSITION);
    }

    /**
     * Records that all indexes are to be rebuilt, or the pages of one space in them.
     *
     * @param spaceId {@link Rebuild#ALL_SPACES} for all pages
     * @return the number of the request; those of later ones are higher
     */
    long requestRebuild(long spaceId) {
        UnitOfWork.carry(Recorded.class, () -> new Recorded(broadcast));
        return store.addRebuild(spaceId);
    }

    /** Deletes entries that are older than {@value #KEPT_DAYS} days. */
    @Writes
    public void deleteOld() {
        store.deleteOlderThan(KEPT_DAYS);
    }

    /** A replication position that contains all changes that were committed before this call. */
    String position() {
        return caches.get(CacheRegion.LISTS, POSITION, router::position);
    }

    /** The pages that the current transaction has recorded already. */
    private static final class Recorded implements UnitOfWork.Part {
        private final Set<Long> pageIds = new HashSet<>();
        private final Broadcast broadcast;

        private Recorded(Broadcast broadcast) {
            this.broadcast = broadcast;
        }

        @Override
        public void committed(String position) {
            broadcast.send(CHANNEL, position);
        }
    }
}

package io.commonplace.cache;

import io.commonplace.cluster.Members;
import io.commonplace.database.Heartbeat;
import io.commonplace.database.Positions;
import io.commonplace.database.ReadRouter;
import io.commonplace.database.Replication;
import io.commonplace.database.Servers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Connects the caches with the database: the order of positions, the newest position, and the heartbeats of other clones. */
@ApplicationScoped
public class CacheWiring {
    @Inject
    private Invalidations invalidations;

    @Inject
    private Members members;

    @Inject
    private Heartbeat heartbeat;

    @Inject
    private Servers servers;

    @Inject
    private Replication replication;

    @Inject
    private ReadRouter router;

    /** Call it before the first value is cached. */
    public void open() {
        invalidations.open(Positions::latest, this::newestPosition);
        router.setUncachedFreshness(invalidations::uncachedFreshness);
    }

    /** Call it when the migrations have created the heartbeat's table. */
    public void startHeartbeat() {
        heartbeat.begin(members.selfName(), members::localId);
    }

    /** Queries the primary: its last known position may lack recent commits. */
    private @Nullable String newestPosition() {
        return servers.hasPrimary() ? replication.position() : servers.newestPosition();
    }
}

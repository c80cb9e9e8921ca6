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

/** Lets the caches know what the database knows: how positions compare, which is the newest, who else is there. */
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

    /** Before the first value is cached. */
    public void open() {
        invalidations.open(Positions::latest, this::newestPosition);
        router.readAsCached(invalidations::asCached);
    }

    /** As soon as there is a table for it. */
    public void beat() {
        heartbeat.begin(members.selfName(), members::localId);
    }

    /** Asked anew: what the primary said of itself a moment ago may lack what was committed since. */
    private @Nullable String newestPosition() {
        return servers.hasPrimary() ? replication.position() : servers.newestPosition();
    }
}

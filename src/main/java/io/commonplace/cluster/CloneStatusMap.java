package io.commonplace.cluster;

import com.hazelcast.map.IMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The status that each clone publishes about itself for the others to show. An entry expires unless it is published again. */
@ApplicationScoped
public class CloneStatusMap {
    private static final Logger LOG = Logger.getLogger(CloneStatusMap.class.getName());

    @Inject
    private GridMaps grid;

    @Inject
    private Members members;

    /** Publishes {@code facts} under this clone's identifier, for {@code lifetime}. It does not wait for the grid. */
    public void publish(Map<String, String> facts, Duration lifetime) {
        map().setAsync(members.localId(), new HashMap<>(facts), lifetime.toSeconds(), TimeUnit.SECONDS)
                .whenComplete((nothing, failure) -> {
                    if (failure != null) {
                        LOG.log(Level.FINE, "The grid did not store this clone's status", failure);
                    }
                });
    }

    /** The facts by the member's identifier. It may block until the grid's own timeout. */
    public Map<String, Map<String, String>> all() {
        return new HashMap<>(map());
    }

    private IMap<String, HashMap<String, String>> map() {
        return grid.map("commonplace-clone-status");
    }
}

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

/** What each clone tells of itself now and then, for the others to show. What isn't told again is forgotten. */
@ApplicationScoped
public class CloneStatusMap {
    private static final Logger LOG = Logger.getLogger(CloneStatusMap.class.getName());

    @Inject
    private GridMaps grid;

    @Inject
    private Members members;

    /** Tells {@code facts} under this clone's identifier, for as long as {@code lifetime}. */
    public void tell(Map<String, String> facts, Duration lifetime) {
        board().setAsync(members.localId(), new HashMap<>(facts), lifetime.toSeconds(), TimeUnit.SECONDS)
                .whenComplete((nothing, failure) -> {
                    if (failure != null) {
                        LOG.log(Level.FINE, "The grid did not take what this clone tells", failure);
                    }
                });
    }

    /** The facts by the member's identifier. It may take as long as the grid's own patience. */
    public Map<String, Map<String, String>> all() {
        return new HashMap<>(board());
    }

    private IMap<String, HashMap<String, String>> board() {
        return grid.map("commonplace-clone-status");
    }
}

package io.commonplace.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts events by name over a time window, across all clones. */
@ApplicationScoped
public class Throttle {
    @Inject
    private HazelcastInstance grid;

    /** Counts one more; the window begins anew with each. @return how many there were in the window, this one included */
    public int count(String name, Duration window) {
        IMap<String, Integer> counts = counts();
        while (true) {
            Integer known = counts.get(name);
            int next = known == null ? 1 : known + 1;
            boolean counted = known == null
                    ? counts.putIfAbsent(name, next, window.toSeconds(), TimeUnit.SECONDS) == null
                    : counts.replace(name, known, next);
            if (counted) {
                if (known != null) {
                    counts.setTtl(name, window.toSeconds(), TimeUnit.SECONDS);
                }
                return next;
            }
        }
    }

    public int counted(String name) {
        Integer known = counts().get(name);
        return known == null ? 0 : known;
    }

    public void reset(String name) {
        counts().delete(name);
    }

    private IMap<String, Integer> counts() {
        return grid.getMap("commonplace-throttle");
    }
}

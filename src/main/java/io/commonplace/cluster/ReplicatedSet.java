package io.commonplace.cluster;

import com.hazelcast.replicatedmap.ReplicatedMap;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Keys that lie on every clone: looking one up never waits for another clone, and may miss what was added a moment ago. */
public final class ReplicatedSet {
    private final ReplicatedMap<String, Boolean> map;

    ReplicatedSet(ReplicatedMap<String, Boolean> map) {
        this.map = map;
    }

    public void add(String key, Duration lifetime) {
        map.put(key, true, lifetime.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean contains(String key) {
        return map.containsKey(key);
    }
}

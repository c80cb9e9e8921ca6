package io.commonplace.cluster;

import com.hazelcast.replicatedmap.ReplicatedMap;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A set of keys that is copied to every clone. A look-up never waits for another clone; it may miss a key that was just added. */
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

package io.commonplace.cluster;

import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicates;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A map in the grid. Each entry lies on one clone, with a copy on another: it outlives either of them, and needs no
 * database. A read or write asks the clone in charge, and may wait for it as long as the grid's own patience.
 */
public final class GridMap<V> {
    private final IMap<String, V> map;

    GridMap(IMap<String, V> map) {
        this.map = map;
    }

    public Optional<V> get(String key) {
        return Optional.ofNullable(map.get(key));
    }

    /**
     * The same, for a caller who can do without.
     *
     * @throws TimeoutException if the clone in charge hasn't answered within {@code patience}
     */
    public Optional<V> get(String key, Duration patience) throws TimeoutException {
        try {
            return Optional.ofNullable(
                    map.getAsync(key).toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("Interrupted");
        } catch (ExecutionException e) {
            // Blocking calls are retried where that helps; see GridMaps.
            return get(key);
        }
    }

    public void set(String key, V value, Duration lifetime) {
        map.set(key, value, lifetime.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sets it unless there is a value already. */
    public void setIfAbsent(String key, V value, Duration lifetime) {
        map.putIfAbsent(key, value, lifetime.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Replaces {@code known} only. The new value gets the map's lifetime, not that of the old one. */
    public boolean replace(String key, V known, V next) {
        return map.replace(key, known, next);
    }

    public void setLifetime(String key, Duration lifetime) {
        map.setTtl(key, lifetime.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Removes {@code known} only. */
    public void remove(String key, V known) {
        map.remove(key, known);
    }

    public void delete(String key) {
        map.delete(key);
    }

    public boolean contains(String key) {
        return map.containsKey(key);
    }

    public Set<String> keys() {
        return map.keySet();
    }

    /** @param prefix without {@code %} and {@code _} */
    public Set<String> keysWithPrefix(String prefix) {
        return map.keySet(Predicates.like("__key", prefix + "%"));
    }

    /** The number of entries on all clones. */
    public int size() {
        return map.size();
    }
}

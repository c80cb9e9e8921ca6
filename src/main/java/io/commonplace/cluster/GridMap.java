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
 * A map in the grid. Each entry is stored on one clone with a copy on another, so that it survives the loss of either, without
 * a database. Reads and writes call the clone that owns the entry, and may block until the grid's own timeout.
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
     * The same with a timeout, for callers that can do without the value.
     *
     * @throws TimeoutException if the clone that owns the entry doesn't answer within {@code timeout}
     */
    public Optional<V> get(String key, Duration timeout) throws TimeoutException {
        try {
            return Optional.ofNullable(
                    map.getAsync(key).toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("Interrupted");
        } catch (ExecutionException e) {
            // The blocking call is retried where that helps; see GridMaps.
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

    /** Replaces the value if it is {@code known}. The new value gets the map's default lifetime, not that of the old one. */
    public boolean replace(String key, V known, V next) {
        return map.replace(key, known, next);
    }

    public void setLifetime(String key, Duration lifetime) {
        map.setTtl(key, lifetime.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Removes the value if it is {@code known}. */
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

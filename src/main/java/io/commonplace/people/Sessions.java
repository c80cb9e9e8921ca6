package io.commonplace.people;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Caches;
import io.commonplace.cache.Invalidations;
import io.commonplace.cluster.SplitBrainGuard;
import io.commonplace.platform.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * The sessions of people: a few strings each, in the grid, with a backup on another clone and one in the database. Reading a
 * session is cheap, because each clone caches the sessions it has seen. A change is rare; it waits until all clones have
 * dropped the old value. Neither the grid nor the database knows a session's identifier or its values, so nobody who can
 * read them can take over a session.
 */
@ApplicationScoped
public class Sessions {
    /** A session that nobody uses for this long expires. */
    public static final Duration IDLE = Duration.ofHours(8);

    @Inject
    private SessionMap map;

    @Inject
    private SessionBackup backup;

    @Inject
    private Caches caches;

    @Inject
    private Invalidations invalidations;

    @Inject
    private SplitBrainGuard splitBrainGuard;

    /** @return the new session's identifier, for a cookie */
    public String begin(Map<String, String> values) {
        String id = map.newId();
        String key = map.key(id).orElseThrow();
        map.begin(key, values);
        backup.store(key);
        return id;
    }

    /**
     * The values of the session; empty if there is no such session, or it has ended.
     *
     * @throws Unavailable if it can't be decided: the other part of a split grid may know the session, or the database
     *     doesn't answer
     */
    public Optional<Map<String, String>> find(String id) {
        return map.key(id).flatMap(this::findByKey);
    }

    private Optional<Map<String, String>> findByKey(String key) {
        Optional<TreeMap<String, String>> found = caches.get(CacheRegion.SESSIONS, key, anyFreshness -> lookUp(key));
        // A cached session may have expired since it was cached.
        Optional<TreeMap<String, String>> alive = found.filter(map::isAlive);
        alive.filter(map::needsExtension).ifPresent(values -> backup.extendLater(key));
        return alive.map(values -> values);
    }

    private Optional<TreeMap<String, String>> lookUp(String key) {
        Optional<TreeMap<String, String>> found = map.find(key).or(() -> backup.find(key));
        if (found.isEmpty() && splitBrainGuard.mayBeLosing()) {
            throw new Unavailable("session.unknown");
        }
        return found;
    }

    /**
     * Sets one value. When this returns, no clone that can be reached has the old value. Does nothing if the session has
     * ended.
     */
    public void put(String id, String name, String value) {
        put(id, name, value, (before, now) -> now);
    }

    /**
     * The same for a value that other requests may change at the same time. @param merge gets the stored value and {@code
     * value}
     */
    public void put(String id, String name, String value, BinaryOperator<String> merge) {
        map.key(id).ifPresent(key -> {
            if (map.change(key, values -> values.merge(name, value, merge))) {
                invalidations.now(CacheRegion.SESSIONS, key);
                backup.storeLater(key);
            }
        });
    }

    public void end(String id) {
        map.key(id).ifPresent(key -> {
            map.end(key);
            backup.delete(key);
            invalidations.now(CacheRegion.SESSIONS, key);
        });
    }

    /** The number of sessions in the whole cluster. */
    public int count() {
        return map.count();
    }
}

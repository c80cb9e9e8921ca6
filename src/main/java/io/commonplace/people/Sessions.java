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
 * People's sessions: a few strings each, in the grid, with a backup on another clone and one in the database. Reading one
 * is free: every clone keeps those it has seen in its own memory, and a change, which is rare, is awaited on all of them.
 * Neither the grid nor the database knows a session's identifier or values, so that nobody who sees them can take a
 * session over.
 */
@ApplicationScoped
public class Sessions {
    /** A session that nobody uses for this long is over. */
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
        backup.now(key);
        return id;
    }

    /**
     * The values of the session, if it is one.
     *
     * @throws Unavailable if another part of a split grid may know it, or the database, which doesn't answer
     */
    public Optional<Map<String, String>> find(String id) {
        return map.key(id).flatMap(this::findByKey);
    }

    private Optional<Map<String, String>> findByKey(String key) {
        Optional<TreeMap<String, String>> found = caches.get(CacheRegion.SESSIONS, key, any -> look(key));
        // What is remembered may be over by now.
        Optional<TreeMap<String, String>> lasting = found.filter(map::lasts);
        lasting.filter(map::isLongUntouched).ifPresent(values -> backup.touch(key));
        return lasting.map(values -> values);
    }

    private Optional<TreeMap<String, String>> look(String key) {
        Optional<TreeMap<String, String>> found = map.find(key).or(() -> backup.find(key));
        if (found.isEmpty() && splitBrainGuard.mayBeLosing()) {
            throw new Unavailable("session.unknown");
        }
        return found;
    }

    /** Sets one value; when it returns, no clone that can be reached knows the old one. Nothing happens to a session that is over. */
    public void put(String id, String name, String value) {
        put(id, name, value, (before, now) -> now);
    }

    /** The same for a value that other requests may change at the same time. @param merge gets what is there, and {@code value} */
    public void put(String id, String name, String value, BinaryOperator<String> merge) {
        map.key(id).ifPresent(key -> {
            if (map.change(key, values -> values.merge(name, value, merge))) {
                invalidations.now(CacheRegion.SESSIONS, key);
                backup.later(key);
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

    /** How many there are in the whole cluster. */
    public int count() {
        return map.count();
    }
}

package io.commonplace.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import io.commonplace.platform.NotNow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * People's sessions: a few strings each, in the grid, with a backup on another clone. Reading one is free: every clone
 * keeps those it has seen in its own memory, and a change, which is rare, is awaited on all of them. The grid knows only
 * a hash of a session's identifier, so that nobody who sees the grid can take a session over.
 */
@ApplicationScoped
public class Sessions {
    /** A session that nobody uses for this long is over. */
    public static final Duration IDLE = Duration.ofHours(8);

    private static final Duration TOUCH_AFTER = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 100;
    private static final String TOUCHED = "touched";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private HazelcastInstance grid;

    @Inject
    private Caches caches;

    @Inject
    private Invalidations invalidations;

    @Inject
    private Isolation isolation;

    @Inject
    private Clock clock;

    /** @return the new session's identifier, 256 random bits for a cookie */
    public String begin(Map<String, String> values) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        TreeMap<String, String> stored = new TreeMap<>(values);
        stored.put(TOUCHED, now());
        map().set(key(id), stored, IDLE.toSeconds(), TimeUnit.SECONDS);
        return id;
    }

    /**
     * The values of the session, if it is one.
     *
     * @throws NotNow if another part of a split grid may know it
     */
    public Optional<Map<String, String>> find(String id) {
        String key = key(id);
        Optional<TreeMap<String, String>> found = caches.get(CacheRegion.SESSIONS, key, any -> look(key));
        found.filter(this::isLongUntouched).ifPresent(values -> change(key, TOUCHED, now()));
        return found.map(values -> values);
    }

    /** One that has ended may be there again: a part of the grid that was cut off meanwhile brings back what it had. */
    private Optional<TreeMap<String, String>> look(String key) {
        Optional<TreeMap<String, String>> found =
                Optional.ofNullable(map().get(key)).filter(values -> !ended().containsKey(key));
        if (found.isEmpty() && isolation.isInDoubt()) {
            throw new NotNow("session.doubt");
        }
        return found;
    }

    /** Sets one value; when it returns, no clone that can be reached knows the old one. Nothing happens to a session that is over. */
    public void put(String id, String name, String value) {
        change(key(id), name, value);
    }

    /** Never by a plain write: it would bring a session back that ends meanwhile, or undo another request's change. */
    private void change(String key, String name, String value) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            TreeMap<String, String> known = map().get(key);
            if (known == null) {
                return;
            }
            TreeMap<String, String> changed = new TreeMap<>(known);
            changed.put(name, value);
            if (map().replace(key, known, changed)) {
                // A replaced entry has the map's lifetime, which is none.
                map().setTtl(key, IDLE.toSeconds(), TimeUnit.SECONDS);
                invalidations.now(CacheRegion.SESSIONS, key);
                return;
            }
        }
        throw new IllegalStateException("A session changes too often");
    }

    public void end(String id) {
        String key = key(id);
        ended().set(key, true, IDLE.toSeconds(), TimeUnit.SECONDS);
        map().delete(key);
        invalidations.now(CacheRegion.SESSIONS, key);
    }

    /** How many there are in the whole cluster. */
    public int count() {
        return map().size();
    }

    private boolean isLongUntouched(Map<String, String> values) {
        long touched = Long.parseLong(values.getOrDefault(TOUCHED, "0"));
        return clock.instant().getEpochSecond() - touched > TOUCH_AFTER.toSeconds();
    }

    private String now() {
        return Long.toString(clock.instant().getEpochSecond());
    }

    /**
     * The values are sorted: the grid compares their bytes, and those of a hash map may be others each time that it is
     * written, for the same content.
     */
    private IMap<String, TreeMap<String, String>> map() {
        return grid.getMap("commonplace-sessions");
    }

    /** The sessions that were ended lately. When a split grid is whole again, it has those of both parts. */
    private IMap<String, Boolean> ended() {
        return grid.getMap("commonplace-sessions-ended");
    }

    private static String key(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

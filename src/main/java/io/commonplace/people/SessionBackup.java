package io.commonplace.people;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Caches;
import io.commonplace.cluster.Members;
import io.commonplace.database.SessionTable;
import io.commonplace.platform.PeriodicTask;
import io.commonplace.platform.Unavailable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes the sessions to the database, where they survive the loss of all clones. A new session is stored before the sign-in
 * is answered. Changes follow within about a second, because no request waits for them. A clone that misses a session in the
 * grid reads it from the database.
 */
@ApplicationScoped
class SessionBackup {
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration CLEANUP_INTERVAL = Duration.ofMinutes(10);
    private static final int BATCH = 200;

    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Set<String> toExtend = ConcurrentHashMap.newKeySet();
    private final PeriodicTask writer = new PeriodicTask("session-backup", this::write);
    private long lastCleanup = System.nanoTime();

    @Inject
    private SessionMap map;

    @Inject
    private SessionTable table;

    @Inject
    private Caches caches;

    @Inject
    private Members members;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        writer.start(INTERVAL, INTERVAL);
    }

    @PreDestroy
    void stop() {
        writer.close();
        // Writes the last changes too: this may be the last clone.
        writer.run();
    }

    /**
     * Stores the session before it returns. If the database is unreachable, the session is stored as soon as that is
     * possible.
     */
    void store(String key) {
        try {
            table.store(map.entry(key).stream().toList());
        } catch (SessionTable.Unreachable e) {
            storeLater(key);
        }
    }

    void storeLater(String key) {
        changed.add(key);
    }

    /** Extends the session in the background. The request doesn't do it, because it could wait for a frozen clone. */
    void extendLater(String key) {
        toExtend.add(key);
    }

    /** Deletes the session, now or as soon as the database can be reached. */
    void delete(String key) {
        try {
            table.delete(List.of(key));
        } catch (SessionTable.Unreachable e) {
            ended.add(key);
        }
    }

    /**
     * Finds a session that the grid has lost or never had, and puts it back into the grid.
     *
     * @throws Unavailable if the database is unreachable
     */
    Optional<TreeMap<String, String>> find(String key) {
        if (map.isEnded(key)) {
            return Optional.empty();
        }
        try {
            return table.find(key).flatMap(stored -> map.restore(key, stored));
        } catch (SessionTable.Unreachable e) {
            Unavailable refusal = new Unavailable("session.unknown");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private void write() {
        for (List<String> keys = nextBatch(ended); !keys.isEmpty(); keys = nextBatch(ended)) {
            table.delete(keys);
            keys.forEach(ended::remove);
        }
        for (List<String> keys = nextBatch(changed); !keys.isEmpty(); keys = nextBatch(changed)) {
            store(keys);
        }
        extend();
        if (System.nanoTime() - lastCleanup > CLEANUP_INTERVAL.toNanos()) {
            lastCleanup = System.nanoTime();
            deleteEnded();
        }
    }

    private void store(List<String> keys) {
        // Remove the keys first: a change that happens during the write then marks its key again.
        keys.forEach(changed::remove);
        List<SessionTable.Entry> entries =
                keys.stream().map(map::entry).flatMap(Optional::stream).toList();
        try {
            table.store(entries);
        } catch (RuntimeException e) {
            changed.addAll(keys);
            throw e;
        }
        // If a session was ended during the write, its row was deleted before it was stored. Delete it again.
        keys.stream().filter(map::isEnded).forEach(ended::add);
    }

    private void extend() {
        for (String key : nextBatch(toExtend)) {
            toExtend.remove(key);
            if (map.extend(key)) {
                storeLater(key);
            }
            // This clone's cached copy has the old time and would be extended again. The copies of other clones are no
            // older
            // than the interval.
            caches.forget(CacheRegion.SESSIONS, key);
        }
    }

    private void deleteEnded() {
        boolean more = members.isOldest();
        while (more) {
            more = table.deleteEnded() > 0;
        }
    }

    private static List<String> nextBatch(Set<String> keys) {
        List<String> nextBatch = new ArrayList<>();
        for (String key : keys) {
            if (nextBatch.size() == BATCH) {
                break;
            }
            nextBatch.add(key);
        }
        return nextBatch;
    }
}

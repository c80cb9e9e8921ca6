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
 * Keeps the sessions where they outlive all clones. One that begins is kept before its person is answered; what changes in
 * it follows within a second or so, since nobody is to wait for that; and whichever clone misses one in the grid looks
 * there.
 */
@ApplicationScoped
class SessionBackup {
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration TIDY_EACH = Duration.ofMinutes(10);
    private static final int BATCH = 200;

    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Set<String> untouched = ConcurrentHashMap.newKeySet();
    private final PeriodicTask writing = new PeriodicTask("session-backup", this::write);
    private long tidied = System.nanoTime();

    @Inject
    private SessionMap map;

    @Inject
    private SessionTable table;

    @Inject
    private Caches caches;

    @Inject
    private Members members;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        writing.start(INTERVAL, INTERVAL);
    }

    @PreDestroy
    void stop() {
        writing.close();
        // What was changed in the last moment: this may be the last clone.
        writing.run();
    }

    /** Keeps it before it returns, if the table takes it; otherwise as soon as it does. */
    void now(String key) {
        try {
            table.store(map.entry(key).stream().toList());
        } catch (SessionTable.Unreachable e) {
            later(key);
        }
    }

    void later(String key) {
        changed.add(key);
    }

    /** It is used, and its life is prolonged soon: not by the request itself, which would wait for a frozen clone. */
    void touch(String key) {
        untouched.add(key);
    }

    /** The same, for one that has ended. */
    void delete(String key) {
        try {
            table.delete(List.of(key));
        } catch (SessionTable.Unreachable e) {
            ended.add(key);
        }
    }

    /**
     * A session that the grid has lost, or never had; it has it from then on.
     *
     * @throws Unavailable if nobody can tell
     */
    Optional<TreeMap<String, String>> find(String key) {
        if (map.isEnded(key)) {
            return Optional.empty();
        }
        try {
            return table.find(key).flatMap(kept -> map.restore(key, kept));
        } catch (SessionTable.Unreachable e) {
            Unavailable refusal = new Unavailable("session.unknown");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private void write() {
        for (List<String> keys = some(ended); !keys.isEmpty(); keys = some(ended)) {
            table.delete(keys);
            keys.forEach(ended::remove);
        }
        for (List<String> keys = some(changed); !keys.isEmpty(); keys = some(changed)) {
            store(keys);
        }
        prolong();
        if (System.nanoTime() - tidied > TIDY_EACH.toNanos()) {
            tidied = System.nanoTime();
            tidy();
        }
    }

    private void store(List<String> keys) {
        // First, so that what changes meanwhile is written once more.
        keys.forEach(changed::remove);
        List<SessionTable.Entry> entries =
                keys.stream().map(map::entry).flatMap(Optional::stream).toList();
        try {
            table.store(entries);
        } catch (RuntimeException e) {
            changed.addAll(keys);
            throw e;
        }
        // One that was ended at that moment has been deleted before it was stored.
        keys.stream().filter(map::isEnded).forEach(ended::add);
    }

    private void prolong() {
        for (String key : some(untouched)) {
            untouched.remove(key);
            if (map.touch(key)) {
                later(key);
            }
            // What this clone remembers of it would say the same again; the others' memory is no older than the
            // interval.
            caches.forget(CacheRegion.SESSIONS, key);
        }
    }

    private void tidy() {
        boolean more = members.isOldest();
        while (more) {
            more = table.deleteEnded() > 0;
        }
    }

    private static List<String> some(Set<String> keys) {
        List<String> some = new ArrayList<>();
        for (String key : keys) {
            if (some.size() == BATCH) {
                break;
            }
            some.add(key);
        }
        return some;
    }
}

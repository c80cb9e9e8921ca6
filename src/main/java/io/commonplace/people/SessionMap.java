package io.commonplace.people;

import io.commonplace.cluster.GridMap;
import io.commonplace.cluster.GridMaps;
import io.commonplace.cluster.ReplicatedSet;
import io.commonplace.database.SessionTable;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The sessions in the grid: encrypted, under a hash of their identifiers, with a backup on another clone. An intruder in the
 * grid can neither read nor change nor create a session; they can only delete some.
 */
@ApplicationScoped
class SessionMap {
    private static final Logger LOG = Logger.getLogger(SessionMap.class.getName());
    private static final int ATTEMPTS = 100;
    private static final Duration MIN_LIFETIME = Duration.ofMillis(1);
    private static final String VERSION = "version";

    @Inject
    private GridMaps grid;

    @Inject
    private Clock clock;

    /** The key of the encryption, in Base64, the same on all clones. It is never stored in the grid. */
    @Inject
    @ConfigProperty(name = "commonplace.session.key")
    private String secret;

    /** In hours. A session expires after this time, even if it is in use. */
    @Inject
    @ConfigProperty(name = "commonplace.session.absolute-hours", defaultValue = "12")
    private long absoluteHours;

    private final AtomicBoolean warned = new AtomicBoolean();
    private SessionSeal seal;
    private SessionLife life;

    @PostConstruct
    void open() {
        seal = new SessionSeal(Base64.getDecoder().decode(secret));
        life = new SessionLife(Sessions.IDLE, Duration.ofHours(absoluteHours));
    }

    static SessionMap of(GridMaps grid, Clock clock, String secret, long absoluteHours) {
        SessionMap map = new SessionMap();
        map.grid = grid;
        map.clock = clock;
        map.secret = secret;
        map.absoluteHours = absoluteHours;
        map.open();
        return map;
    }

    String newId() {
        return seal.newId();
    }

    /** @return empty if this cluster has not issued the identifier */
    Optional<String> key(String id) {
        return seal.key(id);
    }

    void begin(String key, Map<String, String> values) {
        TreeMap<String, String> stored = new TreeMap<>(values);
        life.begin(stored, clock.instant());
        stored.put(VERSION, "1");
        sealed().set(key, seal.seal(key, stored), remaining(stored));
    }

    /**
     * An ended session can reappear in the map: after a split, the rejoined part brings its old entries back. So this also
     * checks the set of ended sessions.
     */
    Optional<TreeMap<String, String>> find(String key) {
        byte @Nullable [] known = sealed().get(key).orElse(null);
        if (known == null || isEnded(key)) {
            return Optional.empty();
        }
        Optional<TreeMap<String, String>> values = seal.open(key, known);
        if (values.isEmpty()) {
            refuse(key, known);
        }
        return values.filter(this::isAlive);
    }

    /** Puts a session back that the grid has lost. @return empty if it has ended, or this cluster has not encrypted it */
    Optional<TreeMap<String, String>> restore(String key, byte[] stored) {
        Optional<TreeMap<String, String>> values = seal.open(key, stored).filter(this::isAlive);
        if (values.isPresent()) {
            sealed().setIfAbsent(key, stored, remaining(values.get()));
        }
        // Another clone may have restored it earlier, and changed or ended it since.
        return values.isPresent() ? find(key) : values;
    }

    /**
     * Changes the values by compare-and-swap. A plain write could bring back a session that ends at the same time, or undo
     * another request's change.
     *
     * @return whether the values have changed; false if the session is over, or has the wanted values already
     */
    boolean change(String key, Consumer<Map<String, String>> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            byte @Nullable [] known = sealed().get(key).orElse(null);
            TreeMap<String, String> values =
                    known == null ? null : seal.open(key, known).orElse(null);
            if (known == null || values == null) {
                return false;
            }
            TreeMap<String, String> changed = new TreeMap<>(values);
            change.accept(changed);
            if (changed.equals(values)) {
                return false;
            }
            changed.put(VERSION, Long.toString(version(values) + 1));
            if (sealed().replace(key, known, seal.seal(key, changed))) {
                // A replaced entry gets the map's default lifetime, which is unlimited.
                sealed().setLifetime(key, remaining(changed));
                return true;
            }
        }
        throw new IllegalStateException("A session could not be changed in " + ATTEMPTS + " attempts");
    }

    /** Extends the session, unless another request has just done so. @return whether this call has extended it */
    boolean extend(String key) {
        return change(key, values -> {
            if (needsExtension(values)) {
                life.extend(values, clock.instant());
            }
        });
    }

    void end(String key) {
        ended().add(key, Sessions.IDLE);
        sealed().delete(key);
    }

    boolean isEnded(String key) {
        return ended().contains(key);
    }

    boolean isAlive(Map<String, String> values) {
        return !life.isExpired(values, clock.instant());
    }

    boolean needsExtension(Map<String, String> values) {
        return life.needsExtension(values, clock.instant());
    }

    /** The row for the database; empty if the session has ended. */
    Optional<SessionTable.Entry> entry(String key) {
        return sealed().get(key)
                .flatMap(known -> seal.open(key, known)
                        .map(values -> new SessionTable.Entry(key, version(values), known, life.expiry(values))));
    }

    int count() {
        return sealed().size();
    }

    /** Removes an entry that was written without this cluster's key. It would hide the row in the database. */
    private void refuse(String key, byte[] known) {
        sealed().remove(key, known);
        if (warned.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "The grid held a session that this cluster has not encrypted; is there an intruder in the grid?");
        }
    }

    private Duration remaining(Map<String, String> values) {
        Duration remaining = Duration.between(Instant.now(clock), life.expiry(values));
        // The grid reads a lifetime of zero as unlimited.
        return remaining.compareTo(MIN_LIFETIME) < 0 ? MIN_LIFETIME : remaining;
    }

    private static long version(Map<String, String> values) {
        return Long.parseLong(values.getOrDefault(VERSION, "0"));
    }

    private GridMap<byte[]> sealed() {
        return grid.gridMap("commonplace-sealed-sessions");
    }

    /**
     * Recently ended sessions. After a split it holds those of both parts. It is a replicated map, because nearly all
     * lookups find nothing: in a partitioned map each of them would wait for the owner of the partition.
     */
    private ReplicatedSet ended() {
        return grid.replicatedSet("commonplace-sessions-ended");
    }
}

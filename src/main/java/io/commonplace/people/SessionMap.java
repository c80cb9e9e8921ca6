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
 * The sessions as the grid keeps them: sealed, by a hash of their identifiers, with a backup on another clone. Whoever has
 * come into the grid can neither read nor change one, nor make one of their own; they can only take some away.
 */
@ApplicationScoped
class SessionMap {
    private static final Logger LOG = Logger.getLogger(SessionMap.class.getName());
    private static final int ATTEMPTS = 100;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final String VERSION = "version";

    @Inject
    private GridMaps grid;

    @Inject
    private Clock clock;

    /** The same on all clones, in Base64. It never enters the grid. */
    @Inject
    @ConfigProperty(name = "commonplace.session.key")
    private String secret;

    /** After so many hours a session is over, however much it is used. */
    @Inject
    @ConfigProperty(name = "commonplace.session.absolute-hours", defaultValue = "12")
    private long absoluteHours;

    private final AtomicBoolean told = new AtomicBoolean();
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

    /** @return empty if the identifier was made up */
    Optional<String> key(String id) {
        return seal.key(id);
    }

    void begin(String key, Map<String, String> values) {
        TreeMap<String, String> stored = new TreeMap<>(values);
        life.begin(stored, clock.instant());
        stored.put(VERSION, "1");
        sealed().set(key, seal.seal(key, stored), left(stored));
    }

    /** One that has ended may be there again: a part of the grid that was cut off meanwhile brings back what it had. */
    Optional<TreeMap<String, String>> find(String key) {
        byte @Nullable [] known = sealed().get(key).orElse(null);
        if (known == null || isEnded(key)) {
            return Optional.empty();
        }
        Optional<TreeMap<String, String>> opened = seal.open(key, known);
        if (opened.isEmpty()) {
            refuse(key, known);
        }
        return opened.filter(this::lasts);
    }

    /** Brings back what the grid has lost. @return empty if it has ended, or is none of ours */
    Optional<TreeMap<String, String>> restore(String key, byte[] kept) {
        Optional<TreeMap<String, String>> values = seal.open(key, kept).filter(this::lasts);
        if (values.isPresent()) {
            sealed().setIfAbsent(key, kept, left(values.get()));
        }
        // Another clone may have brought it back before, and changed it, or ended it.
        return values.isPresent() ? find(key) : values;
    }

    /**
     * Never by a plain write: it would bring a session back that ends meanwhile, or undo another request's change.
     *
     * @return whether it is another one now; not if it is over, or is as wanted already
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
                // A replaced entry has the map's lifetime, which is none.
                sealed().setLifetime(key, left(changed));
                return true;
            }
        }
        throw new IllegalStateException("A session changes too often");
    }

    /** Prolongs it, unless another request has done so. @return whether this call has */
    boolean touch(String key) {
        return change(key, values -> {
            if (isLongUntouched(values)) {
                life.touch(values, clock.instant());
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

    boolean lasts(Map<String, String> values) {
        return !life.isOver(values, clock.instant());
    }

    boolean isLongUntouched(Map<String, String> values) {
        return life.isLongUntouched(values, clock.instant());
    }

    /** What the table is to keep of it; empty if it is over. */
    Optional<SessionTable.Entry> entry(String key) {
        return sealed().get(key)
                .flatMap(known -> seal.open(key, known)
                        .map(values -> new SessionTable.Entry(key, version(values), known, life.end(values))));
    }

    int count() {
        return sealed().size();
    }

    /** Somebody has put it there who has not the key. It would hide what the table has. */
    private void refuse(String key, byte[] known) {
        sealed().remove(key, known);
        if (told.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "The grid held a session that this cluster has not sealed; who is in the grid?");
        }
    }

    private Duration left(Map<String, String> values) {
        Duration left = Duration.between(Instant.now(clock), life.end(values));
        // The grid takes no lifetime for one that never ends.
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    private static long version(Map<String, String> values) {
        return Long.parseLong(values.getOrDefault(VERSION, "0"));
    }

    private GridMap<byte[]> sealed() {
        return grid.gridMap("commonplace-sealed-sessions");
    }

    /**
     * The sessions that were ended lately. When a split grid is whole again, it has those of both parts. Nearly none that is
     * asked for is there: in another kind of map each such question would wait for the member in charge.
     */
    private ReplicatedSet ended() {
        return grid.replicatedSet("commonplace-sessions-ended");
    }
}

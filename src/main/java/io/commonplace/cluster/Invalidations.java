package io.commonplace.cluster;

import io.commonplace.platform.Committed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a transaction changes out of every clone's caches: marked inside the transaction, sent after its commit,
 * and awaited, so that the writer is answered when no reachable clone has the old value any more.
 *
 * <p>A message carries the commit's replication position. A clone fills its caches only from a state that contains the
 * latest position it has heard of, and forgets a fill that began before an invalidation of the same key arrived: so a
 * slow reader, or a replica that lags, can't put an old value back.
 */
@ApplicationScoped
public class Invalidations {
    private static final String CHANNEL = "invalidate";
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final ThreadLocal<List<String>> MARKED = ThreadLocal.withInitial(ArrayList::new);

    private final AtomicReference<@Nullable String> floor = new AtomicReference<>();

    @Inject
    private Broadcast broadcast;

    @Inject
    private Caches caches;

    private BinaryOperator<@Nullable String> later = (one, other) -> other;

    /** Begins to listen; called once, when the application starts. @param later compares positions, whose form the grid doesn't know */
    public void open(BinaryOperator<@Nullable String> later) {
        this.later = later;
        broadcast.on(CHANNEL, this::receive);
    }

    /** Says, inside a transaction, that {@code key} will have another value after it. */
    public void mark(CacheRegion region, Object key) {
        String line = region.name() + " " + key;
        if (!MARKED.get().contains(line)) {
            MARKED.get().add(line);
        }
    }

    /** Takes a value that is in no database out of every clone's caches, and waits for it. */
    void now(CacheRegion region, String key) {
        broadcast.sendAndAwait(CHANNEL, "\n" + region.name() + " " + key, PATIENCE);
    }

    /** A clone that has just come knows what was changed before it did. */
    public void startAt(String position) {
        floor.accumulateAndGet(position, later);
    }

    /** The position that a value must contain to be cached by this clone. */
    public @Nullable String floor() {
        return floor.get();
    }

    void send(@Observes Committed committed) {
        List<String> marked = MARKED.get();
        MARKED.remove();
        if (!marked.isEmpty()) {
            String position = Objects.requireNonNullElse(committed.position(), "");
            broadcast.sendAndAwait(CHANNEL, position + "\n" + String.join("\n", marked), PATIENCE);
        }
    }

    private void receive(String message) {
        String[] lines = message.split("\n");
        if (!lines[0].isEmpty()) {
            floor.accumulateAndGet(lines[0], later);
        }
        for (int i = 1; i < lines.length; i++) {
            int space = lines[i].indexOf(' ');
            forget(lines[i].substring(0, space), lines[i].substring(space + 1));
        }
    }

    /** During a roll-out another version may name a region that this one doesn't have. */
    private void forget(String name, String key) {
        for (CacheRegion region : CacheRegion.values()) {
            if (region.name().equals(name)) {
                caches.forget(region, key);
            }
        }
    }
}

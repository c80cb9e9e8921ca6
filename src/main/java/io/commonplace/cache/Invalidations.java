package io.commonplace.cache;

import io.commonplace.cluster.AcknowledgedBroadcast;
import io.commonplace.cluster.Broadcast;
import io.commonplace.platform.Freshness;
import io.commonplace.platform.UnitOfWork;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Invalidates cached values on all clones. A transaction marks the keys that it changes. Right before its commit, a message
 * makes these keys pending on all clones: they drop the values and cache no new ones. The commit waits for their
 * acknowledgements. After it, a second message has the replication position of the change; from this position on, clones may
 * read the values and cache them again. So a person who has seen a change never sees the old value on another clone.
 *
 * <p>A clone that does not acknowledge has lost its {@link CacheLease} before the commit goes on. If the outcome of a
 * transaction is never sent, its keys stay pending for {@link #MAX_PENDING}; then the primary's state counts.
 */
@ApplicationScoped
public class Invalidations {
    /** The channel of the first message. Clones of an earlier version know it by this name. */
    static final String PENDING = "pending";

    private static final String SETTLED = "settled";
    private static final String FORGET = "forget";

    /** Longer than the timeout of any commit. */
    private static final Duration MAX_PENDING = Duration.ofSeconds(20);

    private final AtomicReference<@Nullable String> floor = new AtomicReference<>();
    private final PendingInvalidations pendingInvalidations = new PendingInvalidations(MAX_PENDING, this::forget);

    /** This clone's own transactions whose outcome it has not sent yet. */
    private final Map<String, AcknowledgedBroadcast> unsettled = new ConcurrentHashMap<>();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private Broadcast broadcast;

    @Inject
    private Caches caches;

    @Inject
    private CacheLease cacheLease;

    private BinaryOperator<@Nullable String> later = (one, other) -> other;
    private Supplier<@Nullable String> newest = () -> null;

    /**
     * Subscribes to messages; called once, when the application starts.
     *
     * @param later the later of two positions, whose form this package doesn't know
     * @param newest the primary's current position; null if no database answers
     */
    public void open(BinaryOperator<@Nullable String> later, Supplier<@Nullable String> newest) {
        this.later = later;
        this.newest = newest;
        broadcast.on(PENDING, message -> pendingInvalidations.begin(ChangedKeys.parse(message)));
        broadcast.on(SETTLED, message -> settled(SettledChange.parse(message)));
        broadcast.on(FORGET, message -> forget(CacheKey.parse(message)));
        cacheLease.open(this::restart, this::endOverdue);
    }

    /** Marks {@code key} as changed by the current transaction. */
    public void mark(CacheRegion region, Object key) {
        mark(CacheKey.of(region, key));
    }

    /** Marks all keys of the region as changed by the current transaction. */
    public void markAll(CacheRegion region) {
        mark(CacheKey.all(region));
    }

    private void mark(CacheKey key) {
        UnitOfWork.carry(Marks.class, this::newMarks).keys.add(key);
    }

    private Marks newMarks() {
        Marks marks = new Marks();
        transaction.registerInterposedSynchronization(new BeforeCommit(marks));
        return marks;
    }

    /** Removes a value that is not in the database from all clones' caches, and waits until none uses it. */
    public void now(CacheRegion region, String key) {
        String message = CacheKey.of(region, key).toString();
        try (AcknowledgedBroadcast sent = broadcast.sendAcknowledged(FORGET, message)) {
            cacheLease.awaitMembers(sent);
        }
    }

    /** The freshness that a value must have to be cached on this clone. */
    Freshness freshness(CacheRegion region, String key) {
        return isPending(region, key) ? Freshness.NEWEST : Freshness.after(floor.get());
    }

    /**
     * The freshness of reads that bypass the caches. They must not be older than any cached value that a person has seen on
     * any clone: its position is known here, or its key is pending.
     */
    public Freshness uncachedFreshness() {
        return cacheLease.holds() && pendingInvalidations.isEmpty() ? Freshness.after(floor.get()) : Freshness.NEWEST;
    }

    /** The number of transactions, on all clones, that have announced changes and no outcome yet. */
    public int pendingTransactions() {
        return pendingInvalidations.count();
    }

    boolean isPending(CacheRegion region, String key) {
        return !pendingInvalidations.isEmpty()
                && (pendingInvalidations.contains(CacheKey.of(region, key))
                        || pendingInvalidations.contains(CacheKey.all(region)));
    }

    private void settle(Marks marks, String position) {
        if (marks.announcement == null) {
            // It ended before its changes were announced.
            return;
        }
        SettledChange change = new SettledChange(position, marks.changed());
        // Settle it here first, so that the writer's next read can use the caches.
        settled(change);
        try {
            broadcast.send(SETTLED, change.toString());
        } finally {
            // Until it is closed, clones that have not acknowledged it get no lease. They wait at most MAX_PENDING.
            close(marks.id);
        }
    }

    private void settled(SettledChange change) {
        if (change.hasPosition()) {
            floor.accumulateAndGet(change.position(), later);
        }
        // A clone that has just joined doesn't know that the keys are pending.
        change.changed().keys().forEach(this::forget);
        pendingInvalidations.end(change.changed().transaction());
    }

    private void forget(CacheKey key) {
        caches.forget(key);
    }

    /** Runs when the lease is regained: messages may have been missed without it. */
    private void restart() {
        startAtNewest();
        caches.clearMutable();
    }

    private void endOverdue() {
        List<String> overdue = pendingInvalidations.overdue();
        if (!overdue.isEmpty()) {
            startAtNewest();
            overdue.forEach(pendingInvalidations::end);
        }
        // The overdue ones are not enough: this clone's message to itself may have been lost.
        unsettled.forEach((id, announcement) -> {
            if (announcement.isOlderThan(MAX_PENDING)) {
                close(id);
            }
        });
    }

    private void close(String id) {
        AcknowledgedBroadcast announcement = unsettled.remove(id);
        if (announcement != null) {
            announcement.close();
        }
    }

    /** @throws IllegalStateException if no database answers; the caches are not used then */
    private void startAtNewest() {
        String position = newest.get();
        if (position == null) {
            throw new IllegalStateException("No database answers a query for its position");
        }
        floor.accumulateAndGet(position, later);
    }

    /** The keys that one transaction changes. */
    private final class Marks implements UnitOfWork.Part {
        private final String id = UUID.randomUUID().toString();
        private final Set<CacheKey> keys = new LinkedHashSet<>();
        private @Nullable AcknowledgedBroadcast announcement;

        /** There is no {@code unknown}: the keys stay pending then. */
        @Override
        public void committed(String position) {
            settle(this, position);
        }

        @Override
        public void rolledBack() {
            settle(this, SettledChange.NO_POSITION);
        }

        private ChangedKeys changed() {
            return ChangedKeys.of(id, keys);
        }
    }

    private final class BeforeCommit implements Synchronization {
        private final Marks marks;

        private BeforeCommit(Marks marks) {
            this.marks = marks;
        }

        @Override
        public void beforeCompletion() {
            AcknowledgedBroadcast announcement =
                    broadcast.sendAcknowledged(PENDING, marks.changed().toString());
            marks.announcement = announcement;
            unsettled.put(marks.id, announcement);
            cacheLease.awaitAll(announcement);
        }

        @Override
        public void afterCompletion(int status) {
            // The unit of work calls committed, when the position is known.
        }
    }
}

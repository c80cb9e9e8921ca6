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
 * Keeps every clone's caches from being wrong while something changes. A transaction marks what it changes. Right before
 * its commit all clones are told: from then on they have nothing cached for these keys and cache nothing, and the commit
 * waits for their receipts. After it they are told where replication must be for the change to be seen, and may cache
 * again what is read from there. So nobody who has seen a change anywhere sees the old value on another clone.
 *
 * <p>A clone that gives no receipt has lost its {@link CacheLease} by the time the commit goes on. When nobody tells how a
 * transaction ended, the keys stay pending for {@link #LONGEST}; then whatever the primary has counts.
 */
@ApplicationScoped
public class Invalidations {
    static final String PENDING = "doubt";
    private static final String SETTLED = "settled";
    private static final String FORGET = "forget";

    /** The position of a transaction that has changed nothing. */
    private static final String NOWHERE = "";

    /** Longer than any commit takes before its connection is given up. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** More keys than this are told as their whole regions. */
    private static final int MOST_KEYS = 300;

    private final AtomicReference<@Nullable String> floor = new AtomicReference<>();
    private final PendingInvalidations pendingInvalidations = new PendingInvalidations(LONGEST, this::forget);

    /** This clone's own transactions of which it hasn't told the end. */
    private final Map<String, AcknowledgedBroadcast> untold = new ConcurrentHashMap<>();

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
     * Begins to listen; called once, when the application starts.
     *
     * @param later compares positions, whose form the grid doesn't know
     * @param newest the position of the primary now
     */
    public void open(BinaryOperator<@Nullable String> later, Supplier<@Nullable String> newest) {
        this.later = later;
        this.newest = newest;
        broadcast.on(PENDING, this::begin);
        broadcast.on(SETTLED, this::settled);
        broadcast.on(FORGET, this::forget);
        cacheLease.open(this::startAnew, this::giveUpWaiting);
    }

    /** Says, inside a transaction, that {@code key} will have another value after it. */
    public void mark(CacheRegion region, Object key) {
        UnitOfWork.carry(Marks.class, this::newMarks).lines.add(region.name() + " " + key);
    }

    private Marks newMarks() {
        Marks marks = new Marks();
        transaction.registerInterposedSynchronization(new BeforeCommit(marks));
        return marks;
    }

    /** Says, inside a transaction, that anything of the region may have another value after it. */
    public void markAll(CacheRegion region) {
        mark(region, Caches.ALL);
    }

    /** Takes a value that is in no database out of every clone's caches, and waits for it. */
    public void now(CacheRegion region, String key) {
        try (AcknowledgedBroadcast acknowledgedBroadcast = broadcast.tell(FORGET, region.name() + " " + key)) {
            cacheLease.awaitMembers(acknowledgedBroadcast);
        }
    }

    /** How new a value must be that this clone is to cache. */
    Freshness freshness(CacheRegion region, String key) {
        return isPending(region, key) ? Freshness.NEWEST : Freshness.after(floor.get());
    }

    /**
     * How new what is read past the caches must be: whatever somebody has seen of them, here or on another clone, has a
     * position that this clone has heard of, or is pending.
     */
    public Freshness asCached() {
        return cacheLease.holds() && pendingInvalidations.isEmpty() ? Freshness.after(floor.get()) : Freshness.NEWEST;
    }

    /** How many transactions, on whichever clone, have announced changes and not yet their end. */
    public int pendingTransactions() {
        return pendingInvalidations.count();
    }

    boolean isPending(CacheRegion region, String key) {
        return !pendingInvalidations.isEmpty()
                && (pendingInvalidations.concern(region.name() + " " + key)
                        || pendingInvalidations.concern(region.name() + " " + Caches.ALL));
    }

    private void settle(Marks marks, String position) {
        if (marks.acknowledgedBroadcast == null) {
            // It ended before others were told of it.
            return;
        }
        String message = position + "\n" + marks.message();
        // Here at once, so that the writer's next read need not ask the primary.
        settled(message);
        try {
            broadcast.send(SETTLED, message);
        } finally {
            // The others don't wait for it longer than LONGEST. As long as it is open, no clone that has given no
            // receipt
            // gets a sign of this one.
            close(marks.id);
        }
    }

    private void begin(String message) {
        String[] lines = message.split("\n");
        pendingInvalidations.begin(lines[0], List.of(lines).subList(1, lines.length));
    }

    private void settled(String message) {
        String[] lines = message.split("\n");
        if (!lines[0].equals(NOWHERE)) {
            floor.accumulateAndGet(lines[0], later);
        }
        // A clone that came in the meantime doesn't know that the key is pending.
        List.of(lines).subList(2, lines.length).forEach(this::forget);
        pendingInvalidations.end(lines[1]);
    }

    private void forget(String line) {
        int space = line.indexOf(' ');
        caches.forget(line.substring(0, space), line.substring(space + 1));
    }

    /** Messages may have been missed while the lease was lost. */
    private void startAnew() {
        startAtNewest();
        caches.clearMutable();
    }

    private void giveUpWaiting() {
        List<String> overdue = pendingInvalidations.overdue();
        if (!overdue.isEmpty()) {
            startAtNewest();
            overdue.forEach(pendingInvalidations::end);
        }
        // Not by what is overdue: what this clone has told may have been lost on its way to itself.
        untold.forEach((id, acknowledgedBroadcast) -> {
            if (acknowledgedBroadcast.isOlderThan(LONGEST)) {
                close(id);
            }
        });
    }

    /** If it was this clone's transaction. */
    private void close(String id) {
        AcknowledgedBroadcast acknowledgedBroadcast = untold.remove(id);
        if (acknowledgedBroadcast != null) {
            acknowledgedBroadcast.close();
        }
    }

    /** @throws IllegalStateException if no database tells where it is; nothing is believed then */
    private void startAtNewest() {
        String position = newest.get();
        if (position == null) {
            throw new IllegalStateException("No database tells its position");
        }
        floor.accumulateAndGet(position, later);
    }

    /** What one transaction changes. */
    private final class Marks implements UnitOfWork.Part {
        private final String id = UUID.randomUUID().toString();
        private final Set<String> lines = new LinkedHashSet<>();
        private @Nullable AcknowledgedBroadcast acknowledgedBroadcast;

        /** If it is not known whether it has committed, the keys stay pending. */
        @Override
        public void committed(String position) {
            settle(this, position);
        }

        @Override
        public void rolledBack() {
            settle(this, NOWHERE);
        }

        private String message() {
            if (lines.size() <= MOST_KEYS) {
                return id + "\n" + String.join("\n", lines);
            }
            Set<String> regions = new LinkedHashSet<>();
            lines.forEach(line -> regions.add(line.substring(0, line.indexOf(' ')) + " " + Caches.ALL));
            return id + "\n" + String.join("\n", regions);
        }
    }

    private final class BeforeCommit implements Synchronization {
        private final Marks marks;

        private BeforeCommit(Marks marks) {
            this.marks = marks;
        }

        @Override
        public void beforeCompletion() {
            AcknowledgedBroadcast acknowledgedBroadcast = broadcast.tell(PENDING, marks.message());
            marks.acknowledgedBroadcast = acknowledgedBroadcast;
            untold.put(marks.id, acknowledgedBroadcast);
            cacheLease.awaitAll(acknowledgedBroadcast);
        }

        @Override
        public void afterCompletion(int status) {
            // WritesInterceptor tells, when the position is known.
        }
    }
}

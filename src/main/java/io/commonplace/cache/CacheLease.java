package io.commonplace.cache;

import io.commonplace.cluster.AcknowledgedBroadcast;
import io.commonplace.cluster.Broadcast;
import io.commonplace.cluster.Members;
import io.commonplace.platform.LiveMembers;
import io.commonplace.platform.LiveMembers.NoHeartbeat;
import io.commonplace.platform.LiveMembers.Presence;
import io.commonplace.platform.PeriodicTask;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The lease with which this clone may use its caches. Four times a second it requests a grant from all members of the grid.
 * When all have granted it, the lease is valid for {@link #TERM} from the request on. A clone that changes something waits for
 * each member's acknowledgement, or until the lease has expired that its own last grant to that member may have extended. It
 * grants nothing to a member that may have missed the change. So a clone that was frozen or is cut off has stopped using its
 * caches before a change is committed that it doesn't know.
 *
 * <p>A split grid doesn't know the members on the other side, but the database has their heartbeats. While a clone has a
 * heartbeat and is not in this clone's grid, this clone gets no lease.
 */
@ApplicationScoped
public class CacheLease {
    static final Duration TERM = Duration.ofMillis(1500);
    private static final Logger LOG = Logger.getLogger(CacheLease.class.getName());
    private static final String CHANNEL = "sign";
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final Duration TIMEOUT = Duration.ofMillis(400);

    /** The time between checking the lease and using a cached value. */
    private static final Duration SLACK = Duration.ofMillis(200);

    /** Longer than a planned switchover of the primary takes. */
    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(5);

    private final PeriodicTask renewals = new PeriodicTask("lease", this::renew);

    @Inject
    private Broadcast broadcast;

    @Inject
    private Members members;

    @Inject
    private LiveMembers liveMembers;

    private volatile Runnable onRegained = () -> {};
    private volatile Runnable onRenewal = () -> {};

    /** The time at which it expires, in the time of {@link System#nanoTime}. */
    private volatile long end = System.nanoTime();

    private boolean held;

    /** Given up for good, because the application stops. */
    private volatile boolean givenUp;

    /**
     * Starts to renew the lease; called once, when the application starts.
     *
     * @param onRegained runs before this clone uses its caches again
     * @param onRenewal runs after each attempt to renew the lease
     */
    void open(Runnable onRegained, Runnable onRenewal) {
        this.onRegained = onRegained;
        this.onRenewal = onRenewal;
        broadcast.onRequest(CHANNEL, member -> !broadcast.mayHaveMissed(member, Invalidations.PENDING));
        renewals.start(Duration.ZERO, INTERVAL);
    }

    /** Waits until no member uses a value that the message invalidates: each has acknowledged it, or its lease has expired. */
    void awaitMembers(AcknowledgedBroadcast sent) {
        sent.awaitLeaseExpiry((addressed, missing) -> leaseExpiry().ofMembers(missing, System.nanoTime()));
    }

    /**
     * The same for all clones, including those on another side of a split grid.
     *
     * @throws NoHeartbeat if the primary does not store this clone's heartbeat, so that other clones may not know it
     */
    void awaitAll(AcknowledgedBroadcast sent) {
        long began = System.nanoTime();
        sent.awaitLeaseExpiry((addressed, missing) -> {
            Optional<Presence> presence = liveMembers.presence();
            long now = System.nanoTime();
            if (presence.isEmpty() && now - began > HEARTBEAT_TIMEOUT.toNanos()) {
                throw new NoHeartbeat();
            }
            return leaseExpiry().ofAll(addressed, missing, presence, now);
        });
    }

    private LeaseExpiry leaseExpiry() {
        return new LeaseExpiry(TERM.plus(SLACK), broadcast.lastGrants());
    }

    /** Whether this clone may use its caches now. */
    public boolean holds() {
        return !givenUp && System.nanoTime() - end < 0;
    }

    /** Runs before this clone's farewell: after it, the others don't wait for its acknowledgements. */
    void giveUp(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        givenUp = true;
    }

    @PreDestroy
    void stop() {
        renewals.close();
    }

    private void renew() {
        long requested = System.nanoTime();
        boolean granted = broadcast.sendAndAwait(CHANNEL, "", TIMEOUT);
        logIfLost(granted);
        if (granted && broadcast.knowsAllMembers() && isWholeGrid()) {
            if (!holds()) {
                onRegained.run();
                LOG.log(Level.INFO, "This clone has the cache lease and uses its caches");
            }
            end = requested + TERM.toNanos();
            held = true;
        }
        onRenewal.run();
    }

    private void logIfLost(boolean granted) {
        if (held && !holds()) {
            held = false;
            LOG.log(
                    Level.WARNING,
                    "This clone has lost the cache lease; it does not use its caches until {0}",
                    granted ? "the grid is whole" : "all clones grant the lease");
        }
    }

    private boolean isWholeGrid() {
        Set<String> active = broadcast.activeMembers();
        return liveMembers.alive().map(active::containsAll).orElseGet(() -> active.size() >= members.expected());
    }
}

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
 * Whether this clone may believe its caches. Four times a second it asks all members of the grid for a sign; when all have
 * given it, its caches hold good for {@link #TERM} from the question on. Whoever changes something waits for each clone's
 * receipt until the lease has ended that its own last sign may have prolonged, and gives no sign to a clone that may not
 * have heard of the change: so a clone that was frozen, or is cut off, has stopped believing its caches before a change that
 * it doesn't know of is committed.
 *
 * <p>A grid that is split has forgotten the other side. Its clones are known by their heartbeat in the database: as long as
 * somebody beats there who is not in this clone's grid, nothing is believed.
 */
@ApplicationScoped
public class CacheLease {
    static final Duration TERM = Duration.ofMillis(1500);
    private static final Logger LOG = Logger.getLogger(CacheLease.class.getName());
    private static final String CHANNEL = "sign";
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMillis(400);

    /** Between looking at the lease and using what was found. */
    private static final Duration SLACK = Duration.ofMillis(200);

    /** Longer than the primary is away when it is replaced as planned. */
    private static final Duration LONGEST_UNSURE = Duration.ofSeconds(5);

    private final PeriodicTask renewals = new PeriodicTask("lease", this::renew);

    @Inject
    private Broadcast broadcast;

    @Inject
    private Members members;

    @Inject
    private LiveMembers liveMembers;

    private volatile Runnable regained = () -> {};
    private volatile Runnable each = () -> {};

    /** When it ends, in the time of {@link System#nanoTime}. */
    private volatile long end = System.nanoTime();

    private boolean held;

    /** Up, for good. */
    private volatile boolean given;

    /**
     * Begins; called once, when the application starts.
     *
     * @param regained runs before this clone believes its caches again
     * @param each runs each time
     */
    void open(Runnable regained, Runnable each) {
        this.regained = regained;
        this.each = each;
        broadcast.onRequest(CHANNEL, member -> !broadcast.mayHaveMissed(member, Invalidations.PENDING));
        renewals.start(Duration.ZERO, INTERVAL);
    }

    /** Waits until no member relies any more on what the message makes wrong, by its receipt or by the end of its lease. */
    void awaitMembers(AcknowledgedBroadcast acknowledgedBroadcast) {
        acknowledgedBroadcast.awaitLeaseExpiry(
                (addressed, missing) -> leaseExpiry().ofMembers(missing, System.nanoTime()));
    }

    /**
     * The same for all clones, also those that a split grid doesn't show.
     *
     * @throws NoHeartbeat if that can't be known
     */
    void awaitAll(AcknowledgedBroadcast acknowledgedBroadcast) {
        long began = System.nanoTime();
        acknowledgedBroadcast.awaitLeaseExpiry((addressed, missing) -> {
            Optional<Presence> presence = liveMembers.presence();
            long now = System.nanoTime();
            if (presence.isEmpty() && now - began > LONGEST_UNSURE.toNanos()) {
                throw new NoHeartbeat();
            }
            return leaseExpiry().ofAll(addressed, missing, presence, now);
        });
    }

    private LeaseExpiry leaseExpiry() {
        return new LeaseExpiry(TERM.plus(SLACK), broadcast.lastGrants());
    }

    public boolean holds() {
        return !given && System.nanoTime() - end < 0;
    }

    /** Before this clone bids the others farewell, who don't wait for its receipts any more then. */
    void giveUp(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        given = true;
    }

    @PreDestroy
    void stop() {
        renewals.close();
    }

    private void renew() {
        long asked = System.nanoTime();
        boolean all = broadcast.sendAndAwait(CHANNEL, "", PATIENCE);
        tellIfLost(all);
        if (all && broadcast.hasHeardAll() && isWholeGrid()) {
            if (!holds()) {
                regained.run();
                LOG.log(Level.INFO, "The caches hold good");
            }
            end = asked + TERM.toNanos();
            held = true;
        }
        each.run();
    }

    private void tellIfLost(boolean all) {
        if (held && !holds()) {
            held = false;
            LOG.log(
                    Level.WARNING,
                    "The caches are not believed until {0}",
                    all ? "the grid is whole" : "all clones give a sign");
        }
    }

    private boolean isWholeGrid() {
        Set<String> heard = broadcast.heard();
        return liveMembers.alive().map(heard::containsAll).orElseGet(() -> heard.size() >= members.expected());
    }
}

package io.commonplace.cluster;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A message to all members, with their acknowledgements. */
public final class AcknowledgedBroadcast implements AutoCloseable {
    /** A message that has not arrived after this time arrives only behind later messages of its sender. */
    private static final Duration DELIVERY_TIME = Duration.ofMillis(300);

    private static final Duration CHECK_INTERVAL = Duration.ofMillis(50);

    private final String channel;
    private final Set<String> addressed;
    private final Runnable onClose;
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final CountDownLatch all = new CountDownLatch(1);
    private final LongSupplier clock;
    private final long sent;
    private volatile boolean givenUp;

    AcknowledgedBroadcast(String channel, Set<String> addressed, Runnable onClose) {
        this(channel, addressed, onClose, System::nanoTime);
    }

    /** @param clock in nanoseconds, as {@link System#nanoTime} */
    AcknowledgedBroadcast(String channel, Set<String> addressed, Runnable onClose, LongSupplier clock) {
        this.channel = channel;
        this.addressed = addressed;
        this.onClose = onClose;
        this.clock = clock;
        this.sent = clock.getAsLong();
        this.missing.addAll(addressed);
    }

    void acknowledge(String member) {
        if (missing.remove(member) && missing.isEmpty()) {
            all.countDown();
        }
    }

    /** @return whether all members have acknowledged the message within {@code timeout} */
    boolean await(Duration timeout) {
        try {
            return missing.isEmpty() || all.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Waits until no member uses cached values any more that the message invalidates.
     *
     * @param leases the remaining time of the members' leases
     */
    public void awaitLeaseExpiry(RemainingLease leases) {
        for (long nanos = leases.nanos(addressed, missing); nanos > 0; nanos = leases.nanos(addressed, missing)) {
            pause(Duration.ofNanos(Math.min(nanos, CHECK_INTERVAL.toNanos())).plusMillis(1));
        }
        givenUp = true;
    }

    /** Ends early with the last acknowledgement, unless that has come before. */
    private void pause(Duration length) {
        try {
            if (missing.isEmpty()) {
                Thread.sleep(length.toMillis());
            } else {
                all.await(length.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the other clones", e);
        }
    }

    boolean mayBeMissedBy(String member, String onChannel) {
        if (!channel.equals(onChannel)) {
            return false;
        }
        boolean late = givenUp || clock.getAsLong() - sent > DELIVERY_TIME.toNanos();
        return !addressed.contains(member) || (late && missing.contains(member));
    }

    public boolean isOlderThan(Duration age) {
        return clock.getAsLong() - sent > age.toNanos();
    }

    @Override
    public void close() {
        onClose.run();
    }

    /** How long a member may still use cached values that the message invalidates. */
    @FunctionalInterface
    public interface RemainingLease {
        /**
         * @param addressed the members that the message was sent to
         * @param missing those of them that have not acknowledged it
         * @return nanoseconds; 0 or less if no member uses such a value any more
         */
        long nanos(Set<String> addressed, Set<String> missing);
    }
}

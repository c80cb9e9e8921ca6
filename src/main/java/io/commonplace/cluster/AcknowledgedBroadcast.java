package io.commonplace.cluster;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One message on its way to all members, and the receipts for it. */
public final class AcknowledgedBroadcast implements AutoCloseable {
    /** What arrives at all arrives within this time, or after a receipt that was sent later. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(300);

    private static final Duration AGAIN = Duration.ofMillis(50);

    private final String channel;
    private final Set<String> addressed;
    private final Runnable closed;
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final CountDownLatch all = new CountDownLatch(1);
    private final LongSupplier clock;
    private final long sent;
    private volatile boolean givenUp;

    AcknowledgedBroadcast(String channel, Set<String> addressed, Runnable closed) {
        this(channel, addressed, closed, System::nanoTime);
    }

    /** @param clock as {@link System#nanoTime} */
    AcknowledgedBroadcast(String channel, Set<String> addressed, Runnable closed, LongSupplier clock) {
        this.channel = channel;
        this.addressed = addressed;
        this.closed = closed;
        this.clock = clock;
        this.sent = clock.getAsLong();
        this.missing.addAll(addressed);
    }

    void received(String member) {
        if (missing.remove(member) && missing.isEmpty()) {
            all.countDown();
        }
    }

    /** @return whether all members have given their receipts within {@code patience} */
    boolean await(Duration patience) {
        try {
            return missing.isEmpty() || all.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Waits until nobody relies any more on what the message makes wrong.
     *
     * @param left the nanoseconds until nobody does that has given no receipt
     */
    public void awaitLeaseExpiry(Left left) {
        for (long more = left.after(addressed, missing); more > 0; more = left.after(addressed, missing)) {
            pause(Duration.ofNanos(Math.min(more, AGAIN.toNanos())).plusMillis(1));
        }
        givenUp = true;
    }

    /** Shorter when the last receipt comes; it may have come before. */
    private void pause(Duration length) {
        try {
            if (missing.isEmpty()) {
                Thread.sleep(length.toMillis());
            } else {
                all.await(length.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while others were told of a change", e);
        }
    }

    boolean mayBeMissedBy(String member, String onChannel) {
        if (!channel.equals(onChannel)) {
            return false;
        }
        boolean late = givenUp || clock.getAsLong() - sent > ON_ITS_WAY.toNanos();
        return !addressed.contains(member) || (late && missing.contains(member));
    }

    public boolean isOlderThan(Duration age) {
        return clock.getAsLong() - sent > age.toNanos();
    }

    @Override
    public void close() {
        closed.run();
    }

    /** How long somebody may still rely on what the message makes wrong. */
    @FunctionalInterface
    public interface Left {
        /** @return nanoseconds; none or less if nobody does */
        long after(Set<String> addressed, Set<String> missing);
    }
}

package io.commonplace.cluster;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** One message on its way to all members, and the receipts for it. */
final class Telling implements AutoCloseable {
    /** What arrives at all arrives within this time, or after a receipt that was sent later. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(300);

    private static final Duration AGAIN = Duration.ofMillis(50);

    private final String channel;
    private final Set<String> addressed;
    private final Runnable closed;
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final CountDownLatch all = new CountDownLatch(1);
    private final long sent = System.nanoTime();
    private volatile boolean givenUp;

    Telling(String channel, Set<String> addressed, Runnable closed) {
        this.channel = channel;
        this.addressed = addressed;
        this.closed = closed;
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
     * Waits for the receipts of all members that may still rely on what they know.
     *
     * @param end when a member's reliance ends that doesn't give a receipt, in the time of {@link System#nanoTime}
     */
    void awaitReliance(ToLongFunction<String> end) {
        long left = left(end);
        while (left > 0
                && !await(Duration.ofNanos(Math.min(left, AGAIN.toNanos())).plusMillis(1))) {
            left = left(end);
        }
        givenUp = true;
    }

    private long left(ToLongFunction<String> end) {
        long now = System.nanoTime();
        return missing.stream()
                .mapToLong(member -> end.applyAsLong(member) - now)
                .max()
                .orElse(0);
    }

    boolean mayBeMissedBy(String member, String onChannel) {
        if (!channel.equals(onChannel)) {
            return false;
        }
        boolean late = givenUp || System.nanoTime() - sent > ON_ITS_WAY.toNanos();
        return !addressed.contains(member) || (late && missing.contains(member));
    }

    @Override
    public void close() {
        closed.run();
    }
}

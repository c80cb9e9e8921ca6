package io.commonplace.check;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The size and rate of the workload. People pause between two operations independently of the response time, so that a slow
 * site doesn't get fewer requests.
 */
final class Workload {
    private final int people;
    private final int operations;
    private final double perSecond;
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean allowEnd;
    private volatile boolean abort;

    /**
     * @param operations the minimum number in total
     * @param perSecond the maximum rate in total
     */
    Workload(int people, int operations, double perSecond) {
        this.people = people;
        this.operations = operations;
        this.perSecond = perSecond;
    }

    boolean isRunning() {
        return !abort && !(allowEnd && isReached());
    }

    boolean isReached() {
        return done.get() >= operations;
    }

    int done() {
        return done.get();
    }

    void count(int more) {
        done.addAndGet(more);
    }

    /** Lets the workload end when the number of operations is reached. */
    void allowEnd() {
        allowEnd = true;
    }

    void abort() {
        abort = true;
    }

    /**
     * The time from one operation to the next, in nanoseconds; exponentially distributed, like that of independent people.
     */
    long pause(Random random) {
        return (long) (-Math.log(1 - random.nextDouble()) * people / perSecond * 1e9);
    }
}

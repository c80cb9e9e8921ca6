package io.commonplace.check;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** How much is done, and how fast: people think between two clicks, so that a slow site gets no fewer of them at once. */
final class Load {
    private final int people;
    private final int operations;
    private final double perSecond;
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean mayEnd;
    private volatile boolean mustEnd;

    /**
     * @param operations at least so many altogether
     * @param perSecond at most so many operations a second altogether
     */
    Load(int people, int operations, double perSecond) {
        this.people = people;
        this.operations = operations;
        this.perSecond = perSecond;
    }

    boolean goesOn() {
        return !mustEnd && !(mayEnd && isReached());
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

    /** Nothing else keeps the people at work. */
    void mayEnd() {
        mayEnd = true;
    }

    void mustEnd() {
        mustEnd = true;
    }

    /** Nanoseconds from one click to the next: exponentially distributed, as independent people have it. */
    long pause(Random random) {
        return (long) (-Math.log(1 - random.nextDouble()) * people / perSecond * 1e9);
    }
}

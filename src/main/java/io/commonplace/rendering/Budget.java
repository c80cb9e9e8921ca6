package io.commonplace.rendering;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the page that the calling thread is at may still cost, without a second thread: the loops of the parser, of the
 * resolution of links and of the output call {@link #check()} wherever they pass through our code. Parsers are shared
 * and offer no place for a state of one run, hence the thread local.
 *
 * <p>What counts is the thread's CPU time, so that a page isn't refused because the machine is busy, and all of the time
 * that it waits for others to {@link #waiting answer}.
 */
public final class Budget {
    private static final ThreadLocal<Budget> CURRENT = new ThreadLocal<>();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** A page that holds its thread this many times longer than it may compute is given up all the same. */
    private static final int PATIENCE = 5;

    private final Limits limits;
    private final LongSupplier clock;
    private final LongSupplier cpuClock;
    private final long start;
    private final long startOfCpu;
    private long nextLook;
    private long waited;
    private long referenced;

    Budget(Limits limits) {
        this(limits, System::nanoTime, Budget::cpu);
    }

    /** @param clock of the wall, in nanoseconds @param cpuClock of the thread, in nanoseconds */
    Budget(Limits limits, LongSupplier clock, LongSupplier cpuClock) {
        this.limits = limits;
        this.clock = clock;
        this.cpuClock = cpuClock;
        start = clock.getAsLong();
        startOfCpu = cpuClock.getAsLong();
        nextLook = limits.time().toNanos();
    }

    private static long cpu() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    <T> T within(Supplier<T> work) {
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** @throws RenderingRefused if the work around this call takes too long */
    public static void check() {
        Budget budget = CURRENT.get();
        if (budget != null && budget.isOver()) {
            throw new RenderingRefused("rendering.tooSlow", budget.limits.time().toMillis());
        }
    }

    private boolean isOver() {
        long elapsed = clock.getAsLong() - start;
        if (elapsed < nextLook) {
            return false;
        }
        long limit = limits.time().toNanos();
        long used = cpuClock.getAsLong() - startOfCpu + waited;
        // The CPU's clock costs a system call; it can't run faster than the wall's, which doesn't.
        nextLook = elapsed + Math.max(0, limit - used);
        return used > limit || elapsed > PATIENCE * limit;
    }

    /**
     * Asks somebody else, such as a database: the time until the answer counts, though it costs no CPU.
     *
     * @throws RenderingRefused if the page has taken too long with it
     */
    public static <T> T waiting(Supplier<T> asking) {
        Budget budget = CURRENT.get();
        if (budget == null) {
            return asking.get();
        }
        long before = budget.idle();
        T answer = asking.get();
        budget.waited += Math.max(0, budget.idle() - before);
        budget.nextLook = 0;
        check();
        return answer;
    }

    private long idle() {
        return clock.getAsLong() - cpuClock.getAsLong();
    }

    /**
     * Counts what references to definitions become. All of them together may become as much as a page may hold.
     *
     * @throws RenderingRefused if that is exceeded
     */
    static void expand(int chars) {
        Budget budget = CURRENT.get();
        if (budget != null) {
            budget.referenced += chars;
            if (budget.referenced > budget.limits.sourceBytes()) {
                throw new RenderingRefused("rendering.referencesTooLarge", (long) budget.limits.sourceBytes());
            }
        }
    }
}

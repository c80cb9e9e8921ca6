package io.commonplace.rendering;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The time limit of the page that the calling thread parses or renders. It needs no second thread: the parser, the
 * resolution of links and the output call {@link #check()} wherever they pass through our code. It is a thread local,
 * because parsers are shared and have no place for the state of one run.
 *
 * <p>CPU time of the thread counts, so that a busy machine doesn't refuse a page. Time spent {@link #waiting waiting} for
 * others counts as well.
 */
public final class Budget {
    private static final ThreadLocal<Budget> CURRENT = new ThreadLocal<>();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** The limit of elapsed time, as a multiple of the limit of CPU time. */
    private static final int ELAPSED_FACTOR = 5;

    private final Limits limits;
    private final LongSupplier clock;
    private final LongSupplier cpuClock;
    private final long start;
    private final long startOfCpu;
    private long nextCheck;
    private long waited;
    private long referenced;

    Budget(Limits limits) {
        this(limits, System::nanoTime, Budget::cpu);
    }

    /**
     * @param clock elapsed time, in nanoseconds
     * @param cpuClock CPU time of the thread, in nanoseconds
     */
    Budget(Limits limits, LongSupplier clock, LongSupplier cpuClock) {
        this.limits = limits;
        this.clock = clock;
        this.cpuClock = cpuClock;
        start = clock.getAsLong();
        startOfCpu = cpuClock.getAsLong();
        nextCheck = limits.time().toNanos();
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

    /** @throws RenderingRefused if the work {@link #within} which this is called has used up its time */
    public static void check() {
        Budget budget = CURRENT.get();
        if (budget != null && budget.isOver()) {
            throw new RenderingRefused("rendering.tooSlow", budget.limits.time().toMillis());
        }
    }

    private boolean isOver() {
        long elapsed = clock.getAsLong() - start;
        if (elapsed < nextCheck) {
            return false;
        }
        long limit = limits.time().toNanos();
        long used = cpuClock.getAsLong() - startOfCpu + waited;
        // Reading CPU time costs a system call. It never grows faster than elapsed time, so this waits until it can
        // matter.
        nextCheck = elapsed + Math.max(0, limit - used);
        return used > limit || elapsed > ELAPSED_FACTOR * limit;
    }

    /**
     * Makes a call that waits, for a database for example. Its elapsed time counts, although it uses no CPU.
     *
     * @throws RenderingRefused if the page has used up its time afterwards
     */
    public static <T> T waiting(Supplier<T> call) {
        Budget budget = CURRENT.get();
        if (budget == null) {
            return call.get();
        }
        long before = budget.idle();
        T answer = call.get();
        budget.waited += Math.max(0, budget.idle() - before);
        budget.nextCheck = 0;
        check();
        return answer;
    }

    private long idle() {
        return clock.getAsLong() - cpuClock.getAsLong();
    }

    /**
     * Counts the text that references are expanded to. Its total may be as large as a page's source.
     *
     * @param chars the length of one expansion
     * @throws RenderingRefused if the total is larger
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

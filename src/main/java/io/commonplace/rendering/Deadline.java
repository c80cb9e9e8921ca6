package io.commonplace.rendering;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Bounds the time of work on the calling thread, without a second thread: the parser's and renderer's loops call
 * {@link #check()} wherever they pass through our code. Parsers are shared and offer no place for a state of one run,
 * hence the thread local.
 *
 * <p>What counts is the thread's CPU time, so that a page isn't refused because the machine is busy.
 */
final class Deadline {
    private static final ThreadLocal<Deadline> CURRENT = new ThreadLocal<>();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** A page that holds its thread this many times longer than it may compute is given up all the same. */
    private static final int PATIENCE = 10;

    private final long start = System.nanoTime();
    private final long startOfCpu = cpu();
    private final Duration limit;

    private Deadline(Duration limit) {
        this.limit = limit;
    }

    private static long cpu() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    private boolean isOver() {
        long elapsed = System.nanoTime() - start;
        // The CPU's clock costs a system call; it can't be ahead of the wall's, which doesn't.
        return elapsed > limit.toNanos()
                && (elapsed > PATIENCE * limit.toNanos() || cpu() - startOfCpu > limit.toNanos());
    }

    static <T> T within(Duration limit, Supplier<T> work) {
        CURRENT.set(new Deadline(limit));
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** @throws RenderingRefused if the work around this call takes too long */
    static void check() {
        Deadline deadline = CURRENT.get();
        if (deadline != null && deadline.isOver()) {
            throw new RenderingRefused("rendering.tooSlow", deadline.limit.toMillis());
        }
    }
}

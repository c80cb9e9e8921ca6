package io.commonplace.platform;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done again and again, whatever became of it the last time. A plain schedule never runs a task again that
 * has thrown once, and tells nobody; a server that died after that would be taken for fit for ever.
 *
 * <p>A failure is logged when it begins, and its end; not each time.
 */
public final class PeriodicTask implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PeriodicTask.class.getName());
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final String name;
    private final Runnable work;

    /** The kinds of failures since it last succeeded. */
    private final Set<Class<?>> told = new HashSet<>();

    private final AtomicBoolean underWay = new AtomicBoolean();

    private volatile @Nullable ScheduledExecutorService thread;

    /** @param name of its thread, and in the log */
    public PeriodicTask(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    /**
     * Begins, on a daemon thread of its own: what others do can't delay it.
     *
     * @param after the time until the first run
     * @param pause from the end of one run to the next one
     */
    public PeriodicTask start(Duration after, Duration pause) {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(this::daemon);
        thread = started;
        var unused = started.scheduleWithFixedDelay(this, after.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** One run, for those whom somebody else calls in time. It never throws; an {@link Error} counts as a failure as well. */
    @Override
    public synchronized void run() {
        try {
            work.run();
            succeeded();
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    /**
     * One run on a thread of {@code executor}, unless one is under way. A timer of the container hands its work over like this:
     * a transaction that breaks counts as the timer's own failure, though nothing was thrown, and after two of them the container
     * never calls it again.
     */
    public void runOn(Executor executor) {
        if (underWay.compareAndSet(false, true)) {
            try {
                executor.execute(this::runOnce);
            } catch (RejectedExecutionException e) {
                underWay.set(false);
                failed(e);
            }
        }
    }

    private void runOnce() {
        try {
            run();
        } finally {
            underWay.set(false);
        }
    }

    /** Ends it; a run that is under way is interrupted, and waited for a moment. */
    @Override
    public void close() {
        ScheduledExecutorService started = thread;
        if (started == null) {
            return;
        }
        started.shutdownNow();
        try {
            if (!started.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.FINE, "{0} goes on for a moment", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void succeeded() {
        if (!told.isEmpty()) {
            told.clear();
            LOG.log(Level.INFO, "{0} works again", name);
        }
    }

    private void failed(Throwable failure) {
        ScheduledExecutorService started = thread;
        boolean stopping = started != null && started.isShutdown();
        if (told.add(failure.getClass()) && !stopping) {
            LOG.log(Level.WARNING, name + " failed, and is tried again until it works", failure);
        }
    }

    private Thread daemon(Runnable runs) {
        Thread daemon = new Thread(runs, name);
        daemon.setDaemon(true);
        return daemon;
    }
}

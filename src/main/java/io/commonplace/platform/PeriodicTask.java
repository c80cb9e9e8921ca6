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
 * A task that runs again and again, even after a failure. A plain {@link ScheduledExecutorService} silently drops a task
 * that has thrown once: a monitor that stopped like that would report a dead server as healthy for ever.
 *
 * <p>A failure is logged when it first occurs and when it is over, not each time.
 */
public final class PeriodicTask implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PeriodicTask.class.getName());
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final String name;
    private final Runnable work;

    /** The types of failures that were logged since the last success. */
    private final Set<Class<?>> logged = new HashSet<>();

    private final AtomicBoolean running = new AtomicBoolean();

    private volatile @Nullable ScheduledExecutorService thread;

    /** @param name names its thread, and the task in the log */
    public PeriodicTask(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    /**
     * Starts it on a daemon thread of its own, so that no other task delays it.
     *
     * @param delay the time until the first run
     * @param pause the time from the end of one run to the next one
     */
    public PeriodicTask start(Duration delay, Duration pause) {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(this::daemon);
        thread = started;
        var unused = started.scheduleWithFixedDelay(this, delay.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Runs the task once, for callers with a timer of their own. It never throws; an {@link Error} counts as a failure, too. */
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
     * Runs the task once on a thread of {@code executor}, unless it is running. Timers of the container need this: the
     * container counts a broken transaction as a failure of the timer, even if nothing was thrown, and removes the timer
     * after two of them.
     */
    public void runOn(Executor executor) {
        if (running.compareAndSet(false, true)) {
            try {
                executor.execute(this::runOnce);
            } catch (RejectedExecutionException e) {
                running.set(false);
                failed(e);
            }
        }
    }

    private void runOnce() {
        try {
            run();
        } finally {
            running.set(false);
        }
    }

    /** Stops it. A run that is going on is interrupted, and waited for up to one second. */
    @Override
    public void close() {
        ScheduledExecutorService started = thread;
        if (started == null) {
            return;
        }
        started.shutdownNow();
        try {
            if (!started.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.FINE, "{0} is still running after its timeout", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void succeeded() {
        if (!logged.isEmpty()) {
            logged.clear();
            LOG.log(Level.INFO, "{0} works again", name);
        }
    }

    private void failed(Throwable failure) {
        ScheduledExecutorService started = thread;
        boolean stopping = started != null && started.isShutdown();
        if (logged.add(failure.getClass()) && !stopping) {
            LOG.log(Level.WARNING, name + " failed; it runs again until it succeeds", failure);
        }
    }

    private Thread daemon(Runnable runs) {
        Thread daemon = new Thread(runs, name);
        daemon.setDaemon(true);
        return daemon;
    }
}

package io.commonplace.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Calls what a response can do without: the caller waits only for a limited time, and only a few calls run at once. They run
 * on threads without a request, so the work must be handed all that it needs to know of one.
 */
public final class BoundedCalls implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BoundedCalls.class.getName());
    private static final int IDLE_SECONDS = 30;

    private final String name;
    private final Duration timeout;
    private final ThreadPoolExecutor threads;

    /**
     * @param name names the threads, and the calls in the log
     * @param most the number of calls at once; further ones have no result
     */
    public BoundedCalls(String name, int most, Duration timeout) {
        this.name = name;
        this.timeout = timeout;
        this.threads =
                new ThreadPoolExecutor(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::daemon);
    }

    /**
     * Empty if the call fails, takes too long, or too many others run. A call that takes too long isn't interrupted; until it
     * ends, it counts among those that run.
     */
    public <T> Optional<T> call(Callable<T> work) {
        try {
            Future<T> result = threads.submit(work);
            return Optional.of(result.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "Failed, and ignored: " + name, e.getCause());
        } catch (TimeoutException | RejectedExecutionException e) {
            LOG.log(Level.FINE, "Not waited for: " + name, e);
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Thread daemon(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}

package io.commonplace.operations;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks what may be slow or gone, and doesn't wait for it longer than a person does. */
@ApplicationScoped
class TimeLimitedCalls {
    private static final Logger LOG = Logger.getLogger(TimeLimitedCalls.class.getName());
    private static final int PATIENCE_MILLIS = 1_000;

    @Resource
    private ManagedExecutorService executor;

    <T> Future<T> ask(Callable<T> question) {
        return executor.submit(question);
    }

    /** Empty if it failed, or is not there within a second from now. */
    <T> Optional<T> answer(Future<T> asked) {
        try {
            return Optional.of(asked.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            asked.cancel(true);
            LOG.log(Level.FINE, "A part of the cluster didn't answer", e);
            return Optional.empty();
        }
    }
}

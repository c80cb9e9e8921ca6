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

/** Calls parts that may be slow or unreachable, with a time limit. */
@ApplicationScoped
class TimeLimitedCalls {
    private static final Logger LOG = Logger.getLogger(TimeLimitedCalls.class.getName());
    private static final int TIMEOUT_MILLIS = 1_000;

    @Resource
    private ManagedExecutorService executor;

    <T> Future<T> start(Callable<T> call) {
        return executor.submit(call);
    }

    /** Empty if the call failed, or has no result within a second from now. */
    <T> Optional<T> result(Future<T> call) {
        try {
            return Optional.of(call.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            call.cancel(true);
            LOG.log(Level.FINE, "A part of the cluster didn't answer", e);
            return Optional.empty();
        }
    }
}

package io.commonplace.database;

import io.commonplace.platform.BestEffort;
import io.commonplace.platform.UnitOfWork;
import io.commonplace.platform.trace.Traced;
import io.commonplace.platform.trace.Traces;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs outside the interceptor of {@code @Transactional}, which has the priority 200, so that it sees the result of the commit. */
@Interceptor
@Writes
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class WritesInterceptor {
    private static final Logger LOG = Logger.getLogger(WritesInterceptor.class.getName());

    /** A wait for a lock takes up to ten seconds. A person should wait for no more than two of them. */
    private static final int ATTEMPTS = 2;

    /** The pool does not test a connection that it has tested within this time (payara-config/post-boot). */
    private static final int POOL_VALIDATION_MILLIS = 1000;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private Replication replication;

    @Inject
    private ReadOnlyMode mode;

    @AroundInvoke
    Object write(InvocationContext call) throws Exception {
        if (transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return call.proceed();
        }
        requireWritable(call);
        try (UnitOfWork unit = UnitOfWork.begin();
                Traced traced = Traces.part(call.getMethod().getName())) {
            Object result = attempt(call, unit, ATTEMPTS);
            endCommitted(unit);
            traced.done();
            return result;
        }
    }

    /** Retries what the database rolled back because of other transactions, so that the person need not. */
    private Object attempt(InvocationContext call, UnitOfWork unit, int attempts) throws Exception {
        try {
            return call.proceed();
        } catch (RuntimeException e) {
            WriteFailure reason = WriteFailure.of(e);
            if (reason == WriteFailure.UNKNOWN) {
                throw mode.explained(e);
            }
            unit.rolledBack();
            if (attempts > 1 && reason.isRetryable(mode.acceptsWrites())) {
                LOG.log(Level.INFO, "Retrying after {0}: {1}", new Object[] {reason, call.getMethod()});
                if (reason == WriteFailure.PRIMARY_LOST) {
                    // Other connections broke together with this one. After this time the pool tests them before use.
                    Thread.sleep(POOL_VALIDATION_MILLIS);
                }
                return attempt(call, unit, attempts - 1);
            }
            if (reason == WriteFailure.CONFLICT) {
                LOG.log(Level.WARNING, "Conflict in both attempts: " + call.getMethod(), e);
            }
            throw mode.explained(e);
        }
        // A checked exception is not caught: the container may have committed, so the outcome is unknown.
    }

    private void requireWritable(InvocationContext call) {
        Writes writes = call.getMethod().getAnnotation(Writes.class);
        if (writes != null && writes.evenInMaintenance()) {
            mode.requireWritableEvenInMaintenance();
        } else {
            mode.requireWritable();
        }
    }

    private void endCommitted(UnitOfWork unit) {
        // Carried last, so that the caches settle first: storing the session's position may wait for the grid.
        SessionPosition.advanceAtCommit();
        String position = position();
        if (position == null) {
            unit.unknown();
        } else {
            unit.committed(position);
        }
    }

    /** Null if the primary was lost right after the commit. The change is saved then, and must not be reported as failed. */
    private @Nullable String position() {
        AtomicReference<String> position = new AtomicReference<>();
        BestEffort.run("reading the position of a commit", () -> position.set(replication.position()));
        return position.get();
    }
}

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

/** Lies around the interceptor of {@code @Transactional} (which has the priority 200), so that it sees the commit's end. */
@Interceptor
@Writes
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class WritesInterceptor {
    private static final Logger LOG = Logger.getLogger(WritesInterceptor.class.getName());

    /** A wait for a lock lasts ten seconds: nobody waits for more than two. */
    private static final int ATTEMPTS = 2;

    /** For so long the pool believes a connection without trying it (payara-config/post-boot). */
    private static final int POOL_BELIEVES_MILLIS = 1000;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private Replication replication;

    @Inject
    private SessionPosition session;

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
            afterCommit(unit);
            traced.done();
            return result;
        }
    }

    /** What the database undid because others were in the way is done once more, instead of by the person. */
    private Object attempt(InvocationContext call, UnitOfWork unit, int attempts) throws Exception {
        try {
            return call.proceed();
        } catch (RuntimeException e) {
            WriteFailure how = WriteFailure.how(e);
            if (how == WriteFailure.UNKNOWN) {
                throw mode.explained(e);
            }
            unit.rolledBack();
            if (attempts > 1 && how.isWorthAnotherAttempt(mode.takesChanges())) {
                LOG.log(Level.INFO, "Once more, because of others: {0}", call.getMethod());
                if (how == WriteFailure.NOTHING_SAVED) {
                    // The connections that were cut together with this one: each of them would fail once.
                    Thread.sleep(POOL_BELIEVES_MILLIS);
                }
                return attempt(call, unit, attempts - 1);
            }
            if (how == WriteFailure.OVERTAKEN) {
                LOG.log(Level.WARNING, "Overtaken by others twice: " + call.getMethod(), e);
            }
            throw mode.explained(e);
        }
        // Of a checked exception nothing is known: the container may have committed all the same.
    }

    private void requireWritable(InvocationContext call) {
        Writes writes = call.getMethod().getAnnotation(Writes.class);
        if (writes != null && writes.evenInMaintenance()) {
            mode.requireWritableEvenInMaintenance();
        } else {
            mode.requireWritable();
        }
    }

    private void afterCommit(UnitOfWork unit) {
        String position = position();
        if (position == null) {
            unit.unknown();
        } else {
            unit.committed(position);
            session.advance(position);
        }
    }

    /** Null if the primary went away right after the commit: what was asked for is done, and must not be called failed. */
    private @Nullable String position() {
        AtomicReference<String> position = new AtomicReference<>();
        BestEffort.run("asking for the position of a commit", () -> position.set(replication.position()));
        return position.get();
    }
}

package io.commonplace.database;

import io.commonplace.platform.Committed;
import io.commonplace.platform.RolledBack;
import io.commonplace.platform.trace.Traced;
import io.commonplace.platform.trace.Traces;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
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

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private Replication replication;

    @Inject
    private SessionPosition session;

    @Inject
    private ReadOnlyMode mode;

    @Inject
    private Event<Object> ends;

    @AroundInvoke
    Object write(InvocationContext call) throws Exception {
        if (transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return call.proceed();
        }
        requireWritable(call);
        try (Traced traced = Traces.part(call.getMethod().getName())) {
            Object result = announced(call);
            traced.done();
            return result;
        }
    }

    private Object announced(InvocationContext call) throws Exception {
        Object result = attempt(call, ATTEMPTS);
        String position = position();
        ends.fire(new Committed(position));
        if (position != null) {
            session.advance(position);
        }
        return result;
    }

    /** What the database undid because others were in the way is done once more, instead of by the person. */
    private Object attempt(InvocationContext call, int attempts) throws Exception {
        try {
            return call.proceed();
        } catch (RuntimeException e) {
            BrokenWrite how = BrokenWrite.how(e);
            announceFailure(e, how == BrokenWrite.UNKNOWN ? new Committed(null) : new RolledBack());
            if (how == BrokenWrite.CROWDED && attempts > 1) {
                LOG.log(Level.INFO, "Once more, because of others: {0}", call.getMethod());
                return attempt(call, attempts - 1);
            }
            throw mode.explained(e);
        } catch (Exception e) {
            // The container may have committed all the same.
            announceFailure(e, new Committed(null));
            throw e;
        }
    }

    private void requireWritable(InvocationContext call) {
        Writes writes = call.getMethod().getAnnotation(Writes.class);
        if (writes != null && writes.evenInMaintenance()) {
            mode.requireWritableEvenInMaintenance();
        } else {
            mode.requireWritable();
        }
    }

    private void announceFailure(Exception failure, Object end) {
        try {
            ends.fire(end);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Null if the primary went away right after the commit: what was asked for is done, and must not be called failed. */
    private @Nullable String position() {
        try {
            return replication.position();
        } catch (PersistenceException e) {
            LOG.log(Level.WARNING, "The position of a commit is not known: {0}", e.getMessage());
            return null;
        }
    }
}

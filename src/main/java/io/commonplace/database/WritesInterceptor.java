package io.commonplace.database;

import io.commonplace.platform.Committed;
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

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private Replication replication;

    @Inject
    private SessionPosition session;

    @Inject
    private ReadOnlyMode mode;

    @Inject
    private Event<Committed> committed;

    @AroundInvoke
    Object write(InvocationContext call) throws Exception {
        if (transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return call.proceed();
        }
        requireWritable(call);
        Object result;
        try {
            result = call.proceed();
        } catch (RuntimeException e) {
            announceFailure(e);
            throw mode.explained(e);
        } catch (Exception e) {
            announceFailure(e);
            throw e;
        }
        String position = position();
        committed.fire(new Committed(position));
        if (position != null) {
            session.advance(position);
        }
        return result;
    }

    private void requireWritable(InvocationContext call) {
        Writes writes = call.getMethod().getAnnotation(Writes.class);
        if (writes != null && writes.evenInMaintenance()) {
            mode.requireWritableEvenInMaintenance();
        } else {
            mode.requireWritable();
        }
    }

    private void announceFailure(Exception failure) {
        try {
            committed.fire(new Committed(null));
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

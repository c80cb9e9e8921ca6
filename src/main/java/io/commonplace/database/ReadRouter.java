package io.commonplace.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides, per read, between a replica and the primary: a replica, if it has what the session wrote last (or gets it
 * within {@value #PATIENCE_MILLIS} ms); the primary otherwise; and if the primary is gone, a replica all the same,
 * because an old page is better than none.
 */
@ApplicationScoped
public class ReadRouter {
    private static final int PATIENCE_MILLIS = 50;

    /** How long a replica that failed is left alone. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final AtomicLong pausedUntil = new AtomicLong(System.nanoTime());
    private final LongAdder fromReplica = new LongAdder();
    private final LongAdder fromPrimary = new LongAdder();

    /** For the reads of a transaction that is under way. */
    @PersistenceContext(unitName = "rw")
    private EntityManager transactional;

    @PersistenceUnit(unitName = "rw")
    private EntityManagerFactory primary;

    @PersistenceUnit(unitName = "ro")
    private EntityManagerFactory replicas;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private Replication replication;

    @Inject
    private SessionPosition session;

    /** Reads what the session may see: at least its own writes. Inside a transaction, the transaction's own view. */
    public <T> T read(Function<EntityManager, T> query) {
        return readAtLeast(null, query);
    }

    /** Reads a state that contains {@code position}, as well as the session's own writes. */
    public <T> T readAtLeast(@Nullable String position, Function<EntityManager, T> query) {
        if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
            return query.apply(transactional);
        }
        String needed = Replication.later(position, session.get());
        Answer<T> answer = fromReplica(needed, query);
        return answer != null ? answer.value : fromPrimary(query);
    }

    /** Reads something that is known to exist: a replica that hasn't got it yet is not believed. */
    public <T> Optional<T> find(Function<EntityManager, Optional<T>> query) {
        Optional<T> found = read(query);
        return found.isPresent() || transaction.getTransactionStatus() == Status.STATUS_ACTIVE
                ? found
                : fromPrimary(query);
    }

    /** Reads from the primary, or from a replica when there is no primary. */
    private <T> T fromPrimary(Function<EntityManager, T> query) {
        try (EntityManager em = primary.createEntityManager()) {
            T value = query.apply(em);
            fromPrimary.increment();
            return value;
        } catch (PersistenceException e) {
            pausedUntil.set(System.nanoTime());
            Answer<T> answer = fromReplica(null, query);
            if (answer == null) {
                throw e;
            }
            return answer.value;
        }
    }

    private <T> @Nullable Answer<T> fromReplica(@Nullable String needed, Function<EntityManager, T> query) {
        if (System.nanoTime() - pausedUntil.get() < 0) {
            return null;
        }
        try (EntityManager replica = replicas.createEntityManager()) {
            if (needed != null && !replication.reached(replica, needed, Duration.ofMillis(PATIENCE_MILLIS))) {
                return null;
            }
            Answer<T> answer = new Answer<>(query.apply(replica));
            fromReplica.increment();
            return answer;
        } catch (PersistenceException e) {
            pausedUntil.set(System.nanoTime() + PAUSE.toNanos());
            return null;
        }
    }

    /** Reads answered by replicas since this clone started. */
    public long replicaReads() {
        return fromReplica.sum();
    }

    /** Reads answered by the primary, outside transactions, since this clone started. */
    public long primaryReads() {
        return fromPrimary.sum();
    }

    private record Answer<T>(T value) {}
}

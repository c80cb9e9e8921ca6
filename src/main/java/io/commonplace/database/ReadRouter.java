package io.commonplace.database;

import io.commonplace.platform.Freshness;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Decides, per read, from which server: a replica that has what the session wrote last and all that it has seen (or gets
 * it within {@value #WAIT_MILLIS} ms); the primary otherwise; and if the primary is gone, the replica that is furthest,
 * because an old page is better than none.
 */
@ApplicationScoped
public class ReadRouter {
    private static final Logger LOG = Logger.getLogger(ReadRouter.class.getName());

    /** For each answer of a replica. A reader who gets none goes to the primary, and has lost no more than this. */
    static final Duration REPLICA_PATIENCE = Duration.ofMillis(150);

    /** Behind the primary there is nobody to turn to. */
    static final Duration LAST_PATIENCE = Duration.ofSeconds(3);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final int WAIT_MILLIS = 50;

    private volatile Supplier<Freshness> asCached = () -> Freshness.ANY;
    private final LongAdder fromReplica = new LongAdder();
    private final LongAdder fromPrimary = new LongAdder();

    /** For the reads of a transaction that is under way. */
    @PersistenceContext(unitName = "rw")
    private EntityManager transactional;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private Servers servers;

    @Inject
    private Reads reads;

    @Inject
    private SessionPosition session;

    /** Only for the consistency checker's test of itself: positions are not waited for. */
    @Inject
    @ConfigProperty(name = "commonplace.unsafe.reads", defaultValue = "false")
    private boolean unsafe;

    /** Sets how new what is read past the caches must be, so as not to be older than what a session has seen of them. */
    public void readAsCached(Supplier<Freshness> asCached) {
        this.asCached = asCached;
    }

    /** Reads what the session may see: at least its own writes, and all that it has seen. Inside a transaction, the transaction's own view. */
    public <T> T read(Function<EntityManager, T> query) {
        return session.isBound() ? readSeen(query) : read(Freshness.ANY, query);
    }

    /** Reads something that is known to exist: a replica that hasn't got it yet is not believed. */
    public <T> Optional<T> find(Function<EntityManager, Optional<T>> query) {
        Optional<T> found = read(query);
        return found.isPresent() || isInTransaction() ? found : fromPrimary(Freshness.NEWEST, query);
    }

    /**
     * Reads what is to be cached: a state that is as fresh as asked for, and has the session's own writes. It doesn't count
     * as seen by the session, because no clone will serve anything older from its caches.
     */
    public <T> T read(Freshness wanted, Function<EntityManager, T> query) {
        if (isInTransaction()) {
            return query.apply(transactional);
        }
        if (!wanted.newest()) {
            Reads.Answer<T> answer = fromReplica(Positions.latest(wanted.position(), session.needed()), query);
            if (answer != null) {
                return answer.value();
            }
        }
        return fromPrimary(wanted, query);
    }

    /** The position is asked for after the answer: what was seen is no newer than that. */
    private <T> T readSeen(Function<EntityManager, T> query) {
        if (isInTransaction()) {
            return query.apply(transactional);
        }
        Freshness wanted = unsafe ? Freshness.ANY : asCached.get();
        Seen<T> seen = read(wanted, em -> new Seen<>(query.apply(em), reads.position(em)));
        session.see(seen.position);
        return seen.value;
    }

    private <T> Reads.@Nullable Answer<T> fromReplica(@Nullable String wanted, Function<EntityManager, T> query) {
        String needed = unsafe ? null : wanted;
        ReadServer replica = servers.replica(needed).orElse(null);
        if (replica == null) {
            return null;
        }
        try {
            Reads.Answer<T> answer = reads.from(
                    replica,
                    REPLICA_PATIENCE,
                    em -> isThere(replica, em, needed) ? new Reads.Answer<>(query.apply(em)) : null);
            if (answer != null) {
                fromReplica.increment();
            }
            return answer;
        } catch (NoResultException | NonUniqueResultException e) {
            throw e; // an answer, and the caller's mistake
        } catch (PersistenceException | DatabaseException e) {
            LOG.log(Level.FINE, "A replica failed a reader", e);
            replica.failed();
            return null;
        }
    }

    private boolean isThere(ReadServer replica, EntityManager em, @Nullable String needed) {
        String position = replica.seen().map(DatabaseServer::position).orElse("");
        return needed == null || Positions.has(position, needed) || reads.await(em, needed, WAIT_MILLIS);
    }

    /** Reads from the primary, or from the server that is furthest when there is no primary; waits a while for one of them. */
    private <T> T fromPrimary(Freshness wanted, Function<EntityManager, T> query) {
        ReadServer primary = servers.primary().orElse(null);
        if (primary != null) {
            try {
                return last(primary, query);
            } catch (NoResultException | NonUniqueResultException e) {
                throw e;
            } catch (PersistenceException | DatabaseException e) {
                LOG.log(Level.FINE, "The primary failed a reader", e);
                primary.failed();
            }
        }
        ReadServer furthest = anyone();
        if (!has(furthest, wanted)) {
            Freshness.missed(true);
        }
        return last(furthest, query);
    }

    private static boolean has(ReadServer server, Freshness wanted) {
        return server.seen()
                .filter(seen ->
                        !seen.readOnly() || !wanted.newest() && Positions.has(seen.position(), wanted.position()))
                .isPresent();
    }

    /** A server that comes back, or that was only late, is heard of within half a second: a reader waits for that. */
    private ReadServer anyone() {
        long end = System.nanoTime() + LAST_PATIENCE.toNanos();
        Optional<ReadServer> found = servers.primary().or(servers::mostAdvanced);
        while (found.isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            found = servers.primary().or(servers::mostAdvanced);
        }
        return found.orElseThrow(() -> new PersistenceException("No database answers"));
    }

    private <T> T last(ReadServer server, Function<EntityManager, T> query) {
        T value = reads.from(server, LAST_PATIENCE, query);
        fromPrimary.increment();
        return value;
    }

    private boolean isInTransaction() {
        return transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    /** Reads answered by replicas since this clone started. */
    public long replicaReads() {
        return fromReplica.sum();
    }

    /** Reads answered by the primary, outside transactions, since this clone started. */
    public long primaryReads() {
        return fromPrimary.sum();
    }

    private record Seen<T>(T value, String position) {}
}

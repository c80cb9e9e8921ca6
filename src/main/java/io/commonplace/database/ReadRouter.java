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
 * Chooses the server for each read. It prefers a replica that has the session's last write and all that the session has seen,
 * or gets it within {@value #WAIT_MILLIS} ms. Otherwise it reads from the primary and, if there is none, from the most
 * advanced replica, because an old page is better than none.
 */
@ApplicationScoped
public class ReadRouter {
    private static final Logger LOG = Logger.getLogger(ReadRouter.class.getName());

    /** The timeout for each response of a replica. After it the primary is read, so a read loses no more than this. */
    static final Duration REPLICA_TIMEOUT = Duration.ofMillis(150);

    /** The timeout for the server that is tried last. It is long, because no other server is left. */
    static final Duration LAST_TIMEOUT = Duration.ofSeconds(3);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);
    private static final int WAIT_MILLIS = 50;

    private volatile Supplier<Freshness> uncachedFreshness = () -> Freshness.ANY;
    private final LongAdder fromReplica = new LongAdder();
    private final LongAdder fromPrimary = new LongAdder();

    /** For reads inside a transaction. */
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

    /** Switches waiting for positions off. Only for the test that the consistency checker detects it. */
    @Inject
    @ConfigProperty(name = "commonplace.unsafe.reads", defaultValue = "false")
    private boolean unsafe;

    /** Sets the freshness of reads that bypass the caches: a session must not see an older state than the caches have shown. */
    public void setUncachedFreshness(Supplier<Freshness> freshness) {
        this.uncachedFreshness = freshness;
    }

    /**
     * Reads a state with at least the session's own writes and all that it has seen. Inside a transaction it reads the
     * transaction's view.
     */
    public <T> T read(Function<EntityManager, T> query) {
        return session.isBound() ? readSeen(query) : read(Freshness.ANY, query);
    }

    /** Reads something that probably exists: if a replica doesn't have it, the primary is read. */
    public <T> Optional<T> find(Function<EntityManager, Optional<T>> query) {
        Optional<T> found = read(query);
        return found.isPresent() || isInTransaction() ? found : fromPrimary(Freshness.NEWEST, query);
    }

    /**
     * Reads a value for a cache: a state of the wanted freshness that has the session's own writes. The session's position
     * doesn't advance, because no clone serves an older state from its caches.
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

    /** The position of a server that has the wanted freshness. It contains all transactions that this server shows. */
    public String position(Freshness wanted) {
        return read(wanted, reads::position);
    }

    /** Reads a state of the wanted freshness, with the positions of its server before and after it. */
    public <T> Positioned<T> readPositioned(Freshness wanted, Function<EntityManager, T> query) {
        return read(wanted, em -> {
            String before = reads.position(em);
            T value = query.apply(em);
            return new Positioned<>(value, before, reads.position(em));
        });
    }

    /** Reads the position after the query, so that the result is not newer than it. */
    private <T> T readSeen(Function<EntityManager, T> query) {
        if (isInTransaction()) {
            return query.apply(transactional);
        }
        Freshness wanted = unsafe ? Freshness.ANY : uncachedFreshness.get();
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
                    REPLICA_TIMEOUT,
                    em -> hasReached(replica, em, needed) ? new Reads.Answer<>(query.apply(em)) : null);
            if (answer != null) {
                fromReplica.increment();
            }
            return answer;
        } catch (NoResultException | NonUniqueResultException e) {
            throw e; // the server has answered; the caller's query is wrong
        } catch (PersistenceException | DatabaseException e) {
            LOG.log(Level.FINE, "A read from a replica failed", e);
            replica.failed();
            return null;
        }
    }

    private boolean hasReached(ReadServer replica, EntityManager em, @Nullable String needed) {
        String position = replica.seen().map(DatabaseServer::position).orElse("");
        return needed == null || Positions.has(position, needed) || reads.await(em, needed, WAIT_MILLIS);
    }

    /** Reads from the primary or, without one, from the most advanced replica. Waits for a server if none answers. */
    private <T> T fromPrimary(Freshness wanted, Function<EntityManager, T> query) {
        ReadServer primary = servers.primary().orElse(null);
        if (primary != null) {
            try {
                return readLast(primary, query);
            } catch (NoResultException | NonUniqueResultException e) {
                throw e;
            } catch (PersistenceException | DatabaseException e) {
                LOG.log(Level.FINE, "A read from the primary failed", e);
                primary.failed();
            }
        }
        ReadServer furthest = awaitServer();
        if (!has(furthest, wanted)) {
            Freshness.missed(true);
        }
        return readLast(furthest, query);
    }

    private static boolean has(ReadServer server, Freshness wanted) {
        return server.seen()
                .filter(seen ->
                        !seen.readOnly() || !wanted.newest() && Positions.has(seen.position(), wanted.position()))
                .isPresent();
    }

    /** Waits for a server that answers. The monitor finds one that returns, or was only slow, within half a second. */
    private ReadServer awaitServer() {
        long end = System.nanoTime() + LAST_TIMEOUT.toNanos();
        Optional<ReadServer> found = servers.primary().or(servers::mostAdvanced);
        while (found.isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            found = servers.primary().or(servers::mostAdvanced);
        }
        return found.orElseThrow(() -> new PersistenceException("No database answers"));
    }

    private <T> T readLast(ReadServer server, Function<EntityManager, T> query) {
        T value = reads.from(server, LAST_TIMEOUT, query);
        fromPrimary.increment();
        return value;
    }

    private boolean isInTransaction() {
        return transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    /** The number of reads from replicas since this clone started. */
    public long replicaReads() {
        return fromReplica.sum();
    }

    /** The number of reads outside transactions from the primary since this clone started. */
    public long primaryReads() {
        return fromPrimary.sum();
    }

    private record Seen<T>(T value, String position) {}
}

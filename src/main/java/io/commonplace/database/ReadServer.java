package io.commonplace.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A database server to read from, with this clone's connections to it and its monitor. */
final class ReadServer {
    /**
     * Nine clones then hold at most 72 of a server's 320 connections. That is enough, because a read takes about a
     * millisecond and a cached page view needs none.
     */
    private static final int MAX_CONNECTIONS = 8;

    /** The longest wait for a free connection; reading from the primary is faster than waiting longer. */
    private static final Duration POOL_TIMEOUT = Duration.ofMillis(40);

    private final ServerAddress address;
    private final ServerCredentials login;
    private final ServerMonitor monitor;
    private final AtomicInteger readers = new AtomicInteger();
    private @Nullable HikariDataSource pool;

    static {
        // The pool's lowest timeout is 250 ms by default, too long for a read that can go to the primary. Connections
        // are
        // not tested before use: the monitor finds dead servers, and a read that fails goes to another server.
        System.setProperty("com.zaxxer.hikari.timeoutMs.floor", "20");
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "3600000");
    }

    ReadServer(ServerAddress address, ServerCredentials login) {
        this.address = address;
        this.login = login;
        this.monitor = new ServerMonitor(address, login, this::pool, this::forgetConnections);
        monitor.start();
    }

    Optional<DatabaseServer> seen() {
        return monitor.seen();
    }

    /** Whether it accepted writes at its last response, and that is no older than {@code maxAge}. */
    boolean acceptedWrites(Duration maxAge) {
        return monitor.acceptedWrites(maxAge);
    }

    /** Its last position as a server that accepted writes, if that is no older than {@code maxAge}. */
    Optional<String> positionAsPrimary(Duration maxAge) {
        return monitor.positionAsPrimary(maxAge);
    }

    /** Whether the disk under the databases was nearly full at its last response. */
    boolean isDiskNearlyFull() {
        return monitor.isDiskNearlyFull();
    }

    /** Whether its last response is no older than {@code maxAge}. */
    boolean answered(Duration maxAge) {
        return monitor.answered(maxAge);
    }

    /** Reports a failed read. The server is not read from until it has answered the monitor. */
    void failed() {
        monitor.suspect();
    }

    /** The number of reads in progress. */
    int readers() {
        return readers.get();
    }

    void enter() {
        readers.incrementAndGet();
    }

    void leave() {
        readers.decrementAndGet();
    }

    String name() {
        return address.name();
    }

    synchronized PoolMetrics metrics() {
        if (pool == null) {
            return PoolMetrics.NONE;
        }
        HikariPoolMXBean state = pool.getHikariPoolMXBean();
        return new PoolMetrics(
                state.getActiveConnections(),
                state.getIdleConnections(),
                state.getThreadsAwaitingConnection(),
                MAX_CONNECTIONS);
    }

    /** @param timeout for each response of the server. If it is long, this server is tried last, and it is the timeout for a free connection as well */
    Connection connection(Duration timeout) throws SQLException {
        Connection connection =
                borrow(System.nanoTime() + timeout.toNanos(), timeout.compareTo(POOL_TIMEOUT.multipliedBy(5)) > 0);
        // Sets a number in the driver only, and costs no round trip.
        connection.setNetworkTimeout(Runnable::run, (int) timeout.toMillis());
        return connection;
    }

    private Connection borrow(long end, boolean untilEnd) throws SQLException {
        while (true) {
            try {
                return pool().getConnection();
            } catch (SQLTransientConnectionException e) {
                if (!untilEnd || System.nanoTime() - end >= 0) {
                    throw e;
                }
            }
        }
    }

    synchronized void close() {
        monitor.stop();
        if (pool != null) {
            pool.close();
        }
    }

    private synchronized void forgetConnections() {
        if (pool != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    /** Created at the server's first response, because most configured addresses have no server. */
    private synchronized HikariDataSource pool() {
        HikariDataSource known = pool;
        if (known == null) {
            known = new HikariDataSource(configuration());
            pool = known;
        }
        return known;
    }

    private HikariConfig configuration() {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName("read-" + address.name());
        configuration.setDriverClassName("com.mysql.cj.jdbc.Driver");
        configuration.setJdbcUrl(address.url(login.properties(ReadRouter.REPLICA_TIMEOUT)));
        configuration.setUsername(login.user());
        configuration.setPassword(login.password());
        configuration.setMaximumPoolSize(MAX_CONNECTIONS);
        configuration.setMinimumIdle(2);
        configuration.setConnectionTimeout(POOL_TIMEOUT.toMillis());
        configuration.setInitializationFailTimeout(-1);
        return configuration;
    }
}

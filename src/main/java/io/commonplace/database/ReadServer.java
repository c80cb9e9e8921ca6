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

/** One server with the connections that this clone reads it over, and the watch that says how it is. */
final class ReadServer {
    /**
     * Eight: nine clones then hold at most 72 of a server's 300, and a reader's statement takes a millisecond or so. A
     * page view that is cached needs none.
     */
    private static final int CONNECTIONS = 8;

    /** Longer than this nobody waits for one of them: the primary answers sooner. */
    private static final Duration PATIENCE = Duration.ofMillis(40);

    private final ServerAddress address;
    private final ServerCredentials login;
    private final ServerMonitor watch;
    private final AtomicInteger readers = new AtomicInteger();
    private @Nullable HikariDataSource pool;

    static {
        // The least that the pool otherwise allows is 250 ms, which is more than a reader is to lose. And a connection
        // is not tried out before it is lent: the watch knows better than that, and the reader has a second chance.
        System.setProperty("com.zaxxer.hikari.timeoutMs.floor", "20");
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "3600000");
    }

    ReadServer(ServerAddress address, ServerCredentials login) {
        this.address = address;
        this.login = login;
        this.watch = new ServerMonitor(address, login, this::pool, this::forgetConnections);
        watch.start();
    }

    Optional<DatabaseServer> seen() {
        return watch.seen();
    }

    /** Whether it took writes when it was last heard of, no longer ago than {@code patience}. */
    boolean tookWrites(Duration patience) {
        return watch.tookWrites(patience);
    }

    /** Whether the disk under the databases was nearly full, when it was last heard of. */
    boolean isDiskNearlyFull() {
        return watch.isDiskNearlyFull();
    }

    /** Whether it was heard of no longer ago than {@code patience}. */
    boolean answered(Duration patience) {
        return watch.answered(patience);
    }

    /** It has failed a reader: nobody comes here until it has answered the watch. */
    void failed() {
        watch.suspect();
    }

    /** How many read from it at this moment. */
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

    synchronized PoolMetrics figures() {
        if (pool == null) {
            return PoolMetrics.NONE;
        }
        HikariPoolMXBean state = pool.getHikariPoolMXBean();
        return new PoolMetrics(
                state.getActiveConnections(),
                state.getIdleConnections(),
                state.getThreadsAwaitingConnection(),
                CONNECTIONS);
    }

    /** @param patience for each answer of the server, and for a free connection where there is no other server to turn to */
    Connection connection(Duration patience) throws SQLException {
        Connection connection =
                lend(System.nanoTime() + patience.toNanos(), patience.compareTo(PATIENCE.multipliedBy(5)) > 0);
        // Only a number in the driver; nothing is sent.
        connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
        return connection;
    }

    private Connection lend(long end, boolean untilEnd) throws SQLException {
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
        watch.stop();
        if (pool != null) {
            pool.close();
        }
    }

    private synchronized void forgetConnections() {
        if (pool != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    /** Made when the server has answered first: most places for servers are empty. */
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
        configuration.setJdbcUrl(address.url(login.properties(ReadRouter.REPLICA_PATIENCE)));
        configuration.setUsername(login.user());
        configuration.setPassword(login.password());
        configuration.setMaximumPoolSize(CONNECTIONS);
        configuration.setMinimumIdle(2);
        configuration.setConnectionTimeout(PATIENCE.toMillis());
        configuration.setInitializationFailTimeout(-1);
        return configuration;
    }
}

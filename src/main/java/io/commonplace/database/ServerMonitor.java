package io.commonplace.database;

import io.commonplace.platform.PeriodicTask;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Queries the state of one server five times a second, over a connection of its own. A state is used only until the next
 * query, so that a dead or frozen server is detected within half a second.
 */
final class ServerMonitor {
    private static final Logger LOG = Logger.getLogger(ServerMonitor.class.getName());
    private static final Duration INTERVAL = Duration.ofMillis(200);

    /** The interval while no server answers at the address. */
    private static final Duration INTERVAL_WHEN_AWAY = Duration.ofMillis(500);

    private static final Duration TIMEOUT = Duration.ofMillis(300);

    private final ServerAddress address;
    private final ServerCredentials login;
    private final Runnable found;
    private final Runnable lost;
    private final PeriodicTask task;
    private volatile @Nullable DatabaseServer seen;
    private volatile boolean acceptedWrites;
    private volatile boolean diskNearlyFull;
    private volatile @Nullable Led led;
    private volatile long answeredAt = System.nanoTime() - Duration.ofDays(1).toNanos();
    private long queriedAt = answeredAt;
    private @Nullable Connection connection;
    private String version = "";
    private Positions positions = MariaDbPositions.INSTANCE;

    /**
     * @param found runs when the server answers for the first time, or again
     * @param lost runs when it stops answering: existing connections are useless then
     */
    ServerMonitor(ServerAddress address, ServerCredentials login, Runnable found, Runnable lost) {
        this.address = address;
        this.login = login;
        this.found = found;
        this.lost = lost;
        this.task = new PeriodicTask("watch-" + address.name(), this::check);
    }

    void start() {
        task.start(Duration.ZERO, INTERVAL);
    }

    /** Its last state; empty if it doesn't answer. */
    Optional<DatabaseServer> seen() {
        return Optional.ofNullable(seen);
    }

    /** Whether it accepted writes at its last response, and that is no older than {@code maxAge}. */
    boolean acceptedWrites(Duration maxAge) {
        return acceptedWrites && answered(maxAge);
    }

    /** Its last position as a server that accepted writes, if that is no older than {@code maxAge}. */
    Optional<String> positionAsPrimary(Duration maxAge) {
        Led last = led;
        return last == null || System.nanoTime() - last.at > maxAge.toNanos()
                ? Optional.empty()
                : Optional.of(last.position);
    }

    /** Whether the disk under the databases was nearly full at its last response. */
    boolean isDiskNearlyFull() {
        return diskNearlyFull;
    }

    /** Whether its last response is no older than {@code maxAge}. */
    boolean answered(Duration maxAge) {
        return System.nanoTime() - answeredAt < maxAge.toNanos();
    }

    /** Reports a failed read: the server is not used until it has answered the next query. */
    void suspect() {
        seen = null;
    }

    void stop() {
        task.close();
        close();
    }

    /** Drops the previous state if the query fails for any reason. */
    private void check() {
        long now = System.nanoTime();
        if (connection == null && now - queriedAt < INTERVAL_WHEN_AWAY.toNanos()) {
            return;
        }
        queriedAt = now;
        DatabaseServer answer = null;
        try {
            answer = query();
        } finally {
            seen = answer;
            if (answer == null) {
                lose();
            }
        }
    }

    private @Nullable DatabaseServer query() {
        try {
            Connection open = connection();
            try (Statement statement = open.createStatement();
                    ResultSet row = statement.executeQuery(sql(positions))) {
                row.next();
                DatabaseServer answer = new DatabaseServer(
                        address.name(),
                        address.port(),
                        version,
                        row.getBoolean(1),
                        row.getString(2),
                        row.getBoolean(3),
                        Duration.of(row.getLong(4), ChronoUnit.MICROS));
                acceptedWrites = !answer.readOnly();
                diskNearlyFull = row.getBoolean(5);
                answeredAt = System.nanoTime();
                if (acceptedWrites) {
                    led = new Led(answer.position(), answeredAt);
                }
                return answer;
            }
        } catch (SQLException e) {
            LOG.log(seen == null ? Level.FINEST : Level.INFO, "{0} does not answer: {1}", new Object[] {
                address.name(), e.getMessage()
            });
            return null;
        }
    }

    private void lose() {
        if (connection != null) {
            close();
            lost.run();
        }
    }

    private static String sql(Positions positions) {
        return "select (" + positions.readOnly() + "), (" + positions.now() + "), (" + positions.semiSynchronous()
                + "),"
                + " (select timestampdiff(microsecond, max(beat_at), utc_timestamp(6)) from heartbeat),"
                + " (select max(nearly_full) from server_disk)";
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = DriverManager.getConnection(address.url(login.properties(TIMEOUT)), login.user(), login.password());
            connection = open;
            version = text(open, "select @@version");
            positions = Positions.ofServer(version);
            positions = positions.ofGroup(text(open, positions.group()));
            found.run();
        }
        return open;
    }

    private static String text(Connection open, String query) throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void close() {
        Connection open = connection;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            LOG.log(Level.FINEST, "The connection was broken before it was closed", e);
        }
    }

    /** The state as the primary. */
    private record Led(String position, long at) {}
}

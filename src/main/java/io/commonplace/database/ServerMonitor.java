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
 * Asks one server five times a second how it is, over a connection of its own, and believes nothing that is older than
 * the last question: a server that is dead or frozen is known within half a second, before people are sent to it.
 */
final class ServerMonitor {
    private static final Logger LOG = Logger.getLogger(ServerMonitor.class.getName());
    private static final Duration INTERVAL = Duration.ofMillis(200);

    /** Where nobody is, somebody may be one day. */
    private static final Duration INTERVAL_WHEN_AWAY = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final ServerAddress address;
    private final ServerCredentials login;
    private final Runnable found;
    private final Runnable lost;
    private final PeriodicTask looks;
    private volatile @Nullable DatabaseServer seen;
    private volatile boolean tookWrites;
    private volatile boolean diskNearlyFull;
    private volatile long heard = System.nanoTime() - Duration.ofDays(1).toNanos();
    private long asked = heard;
    private @Nullable Connection connection;
    private String version = "";

    /**
     * @param found told when it answers
     * @param lost told when it doesn't answer any more: connections to it are worth nothing
     */
    ServerMonitor(ServerAddress address, ServerCredentials login, Runnable found, Runnable lost) {
        this.address = address;
        this.login = login;
        this.found = found;
        this.lost = lost;
        this.looks = new PeriodicTask("watch-" + address.name(), this::look);
    }

    void start() {
        looks.start(Duration.ZERO, INTERVAL);
    }

    /** What it said last; empty if it doesn't answer. */
    Optional<DatabaseServer> seen() {
        return Optional.ofNullable(seen);
    }

    /** Whether it took writes when it was last heard of, no longer ago than {@code patience}. */
    boolean tookWrites(Duration patience) {
        return tookWrites && answered(patience);
    }

    /** Whether the disk under the databases was nearly full, when it was last heard of. */
    boolean isDiskNearlyFull() {
        return diskNearlyFull;
    }

    /** Whether it was heard of no longer ago than {@code patience}. */
    boolean answered(Duration patience) {
        return System.nanoTime() - heard < patience.toNanos();
    }

    /** Somebody has had trouble with it: out until it has answered the next question. */
    void suspect() {
        seen = null;
    }

    void stop() {
        looks.close();
        close();
    }

    /** Whatever hinders the question, the answer before it is not believed any longer. */
    private void look() {
        long now = System.nanoTime();
        if (connection == null && now - asked < INTERVAL_WHEN_AWAY.toNanos()) {
            return;
        }
        asked = now;
        DatabaseServer answer = null;
        try {
            answer = ask();
        } finally {
            seen = answer;
            if (answer == null) {
                lose();
            }
        }
    }

    private @Nullable DatabaseServer ask() {
        try {
            Connection open = connection();
            try (Statement statement = open.createStatement();
                    ResultSet row = statement.executeQuery(question(Positions.ofServer(version)))) {
                row.next();
                DatabaseServer answer = new DatabaseServer(
                        address.name(),
                        address.port(),
                        version,
                        row.getBoolean(1),
                        row.getString(2),
                        row.getBoolean(3),
                        Duration.of(row.getLong(4), ChronoUnit.MICROS));
                tookWrites = !answer.readOnly();
                diskNearlyFull = row.getBoolean(5);
                heard = System.nanoTime();
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

    private static String question(Positions positions) {
        return "select @@global.read_only, (" + positions.now() + "), (" + positions.semiSynchronous() + "),"
                + " (select timestampdiff(microsecond, max(beat_at), utc_timestamp(6)) from heartbeat),"
                + " (select max(nearly_full) from server_disk)";
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = DriverManager.getConnection(address.url(login.properties(PATIENCE)), login.user(), login.password());
            connection = open;
            try (Statement statement = open.createStatement();
                    ResultSet row = statement.executeQuery("select @@version")) {
                row.next();
                version = row.getString(1);
            }
            found.run();
        }
        return open;
    }

    private void close() {
        Connection open = connection;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            LOG.log(Level.FINEST, "It was gone already", e);
        }
    }
}

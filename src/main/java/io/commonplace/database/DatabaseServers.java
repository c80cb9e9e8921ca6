package io.commonplace.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** What the two servers behind the pools say of themselves. It may take as long as a pool's patience. */
@ApplicationScoped
public class DatabaseServers {
    private static final Logger LOG = Logger.getLogger(DatabaseServers.class.getName());
    private static final int PATIENCE_SECONDS = 1;

    @Resource(lookup = "jdbc/rw")
    private DataSource primary;

    @Resource(lookup = "jdbc/ro")
    private DataSource replica;

    /** The server that takes the writes; empty if there is none. */
    public Optional<DatabaseServer> primary() {
        return ask(primary);
    }

    /** The server that the reads go to: a replica, or the primary when no replica is fit. */
    public Optional<DatabaseServer> reading() {
        return ask(replica);
    }

    private static Optional<DatabaseServer> ask(DataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            return Optional.of(describe(statement));
        } catch (SQLException e) {
            LOG.log(Level.FINE, "A database server didn't answer", e);
            return Optional.empty();
        }
    }

    private static DatabaseServer describe(Statement statement) throws SQLException {
        Optional<Long> lag = lag(statement);
        try (ResultSet row = statement.executeQuery("select concat('database-', @@server_id), @@port, @@version,"
                + " @@read_only, @@gtid_current_pos, @@rpl_semi_sync_master_enabled")) {
            row.next();
            return new DatabaseServer(
                    row.getString(1),
                    row.getInt(2),
                    row.getString(3),
                    row.getBoolean(4),
                    row.getString(5),
                    row.getBoolean(6),
                    lag);
        }
    }

    /** Seconds behind the primary; empty for a server that doesn't replicate, or for an account that may not ask. */
    private static Optional<Long> lag(Statement statement) {
        try (ResultSet row = statement.executeQuery("show replica status")) {
            if (!row.next()) {
                return Optional.empty();
            }
            long seconds = row.getLong("Seconds_Behind_Master");
            return row.wasNull() ? Optional.empty() : Optional.of(seconds);
        } catch (SQLException e) {
            LOG.log(Level.FINE, "The replication's state may not be asked for", e);
            return Optional.empty();
        }
    }
}

package io.commonplace.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The table session_backup. It has a pool of its own, outside of transactions: signing in or out must not wait for writers,
 * and a change of a session does not count as a write of the person.
 */
@ApplicationScoped
public class SessionTable {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int MAX_DELETED = 500;

    @Resource(lookup = "jdbc/sessions")
    private DataSource primary;

    @Inject
    private Servers servers;

    /**
     * Inserts sessions, and updates existing ones that have a lower version.
     *
     * @throws Unreachable if nothing can be written
     */
    public void store(List<Entry> entries) {
        change(
                "insert into session_backup (id, version, sealed, ends_at) values (?, ?, ?, ?) on duplicate key update"
                        + " sealed = if(values(version) > version, values(sealed), sealed),"
                        + " ends_at = if(values(version) > version, values(ends_at), ends_at),"
                        + " version = greatest(version, values(version))",
                entries,
                (statement, entry) -> {
                    statement.setString(1, entry.key());
                    statement.setLong(2, entry.version());
                    statement.setBytes(3, entry.sealed());
                    statement.setObject(4, LocalDateTime.ofInstant(entry.ends(), ZoneOffset.UTC));
                });
    }

    /** @throws Unreachable if nothing can be written */
    public void delete(Collection<String> keys) {
        change("delete from session_backup where id = ?", keys, (statement, key) -> statement.setString(1, key));
    }

    /**
     * The sealed values of a session, unless it has ended. The primary is read first, because a replica may not have a recent
     * sign-out yet.
     *
     * @throws Unreachable if no database answers
     */
    public Optional<byte[]> find(String key) {
        if (servers.hasPrimary()) {
            try (Connection connection = primary.getConnection()) {
                return find(connection, key);
            } catch (SQLException e) {
                return findOnReplica(key, e);
            }
        }
        return findOnReplica(key, new SQLException("There is no primary"));
    }

    /**
     * Deletes at most 500 sessions that have expired.
     *
     * @return the number of deleted sessions
     * @throws Unreachable if nothing can be written
     */
    public int deleteEnded() {
        try (Connection connection = primary.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(
                    "delete from session_backup where ends_at <= utc_timestamp(6) limit " + MAX_DELETED);
        } catch (SQLException e) {
            throw new Unreachable("The expired sessions can't be deleted", e);
        }
    }

    private Optional<byte[]> findOnReplica(String key, SQLException before) {
        Optional<ReadServer> server = servers.mostAdvanced();
        if (server.isEmpty()) {
            throw new Unreachable("No database answers a query for a session", before);
        }
        try (Connection connection = server.get().connection(TIMEOUT)) {
            return find(connection, key);
        } catch (SQLException e) {
            e.addSuppressed(before);
            throw new Unreachable("No database answers a query for a session", e);
        }
    }

    private static Optional<byte[]> find(Connection connection, String key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select sealed from session_backup where id = ? and ends_at > utc_timestamp(6)")) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    private <T> void change(String sql, Collection<T> all, Filling<T> filling) {
        if (all.isEmpty()) {
            return;
        }
        try (Connection connection = primary.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T one : all) {
                filling.fill(statement, one);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new Unreachable("The sessions can't be written", e);
        }
    }

    @FunctionalInterface
    private interface Filling<T> {
        void fill(PreparedStatement statement, T one) throws SQLException;
    }

    /**
     * One session.
     *
     * @param key a hash of its identifier
     * @param version grows with each change
     * @param sealed the encrypted values
     * @param ends when it expires unless it is used
     */
    public record Entry(String key, long version, byte[] sealed, Instant ends) {}

    /** The database does not answer now. */
    public static final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}

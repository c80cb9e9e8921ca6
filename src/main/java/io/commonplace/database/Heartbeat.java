package io.commonplace.database;

import io.commonplace.platform.LiveMembers;
import io.commonplace.platform.PeriodicTask;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes this clone's heartbeat to the primary once a second, and reads those of the others. Their age on a replica is its
 * lag ({@link ServerMonitor}). Heartbeats of clones that are not in this clone's grid show that the grid is split.
 */
@ApplicationScoped
public class Heartbeat implements LiveMembers {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** The pause after a failed attempt. It is short, because nobody can save without a heartbeat. */
    private static final Duration RETRY = Duration.ofMillis(200);

    /**
     * A clone whose heartbeat is older counts as gone. This is longer than any clone uses a list that it has read
     * ({@link #MEMBERS_MAX_AGE} and the term of a lease). So of two clones that write and then read, at least one knows the
     * other.
     */
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    /** The longest time for which a list of members is used. */
    private static final Duration MEMBERS_MAX_AGE = Duration.ofSeconds(2);

    /** With a heartbeat of this age, a clone is certain that the others don't take it for gone. */
    private static final Duration PRESENCE_MAX_AGE = TIMEOUT.minusSeconds(1);

    private static final int QUERY_TIMEOUT_SECONDS = 2;

    @Resource(lookup = "jdbc/beat")
    private DataSource primary;

    private @Nullable PeriodicTask task;
    private volatile @Nullable Read lastRead;

    /** Starts it, unless it is running. @param member the clone's current identifier in the grid */
    public synchronized void begin(String clone, Supplier<String> member) {
        if (task == null) {
            task = new PeriodicTask("heartbeat", () -> writeIfDue(clone, member)).start(Duration.ZERO, RETRY);
        }
    }

    @Override
    public Optional<Set<String>> alive() {
        Read known = lastRead;
        return known == null || System.nanoTime() - known.at > MEMBERS_MAX_AGE.toNanos()
                ? Optional.empty()
                : Optional.of(known.members);
    }

    @Override
    public Optional<Presence> presence() {
        Read known = lastRead;
        return known == null || System.nanoTime() - known.at > PRESENCE_MAX_AGE.toNanos()
                ? Optional.empty()
                : Optional.of(new Presence(known.members, known.since + MEMBERS_MAX_AGE.toNanos()));
    }

    @PreDestroy
    synchronized void stop() {
        if (task != null) {
            task.close();
        }
    }

    private void writeIfDue(String clone, Supplier<String> member) {
        Read last = lastRead;
        if (last == null || System.nanoTime() - last.at >= INTERVAL.toNanos()) {
            write(clone, member);
        }
    }

    private void write(String clone, Supplier<String> member) {
        long began = System.nanoTime();
        try (Connection connection = primary.getConnection()) {
            write(connection, clone, member.get());
            long since = since(System.nanoTime());
            lastRead = new Read(began, since, members(connection));
        } catch (SQLException e) {
            LOG.log(Level.FINE, "The primary doesn't store the heartbeat", e);
        }
    }

    /** The time from which on no heartbeat came later than {@link #TIMEOUT}. @param written the time of the current one */
    private long since(long written) {
        Read before = lastRead;
        return before == null || written - before.at > TIMEOUT.toNanos() ? written : before.since;
    }

    private static void write(Connection connection, String clone, String member) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into heartbeat (clone, member, beat_at) values (?, ?, utc_timestamp(6))"
                        + " on duplicate key update member = values(member), beat_at = values(beat_at)")) {
            statement.setQueryTimeout(QUERY_TIMEOUT_SECONDS);
            statement.setString(1, clone);
            statement.setString(2, member);
            statement.executeUpdate();
        }
    }

    private static Set<String> members(Connection connection) throws SQLException {
        Set<String> members = new HashSet<>();
        try (Statement query = connection.createStatement();
                ResultSet rows =
                        query.executeQuery("select member from heartbeat where beat_at > utc_timestamp(6) - interval "
                                + TIMEOUT.toSeconds() + " second")) {
            while (rows.next()) {
                members.add(rows.getString(1));
            }
        }
        return members;
    }

    private record Read(long at, long since, Set<String> members) {}
}

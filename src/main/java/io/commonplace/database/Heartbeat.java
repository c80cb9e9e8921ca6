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
 * Writes once a second to the primary that this clone is there, and reads there who else is. From its age the replicas'
 * lag is known ({@link ServerMonitor}), and from the others a split of the grid.
 */
@ApplicationScoped
public class Heartbeat implements LiveMembers {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** So soon it tries again: without a beat nobody can save. */
    private static final Duration TICK = Duration.ofMillis(200);

    /**
     * Who has not beaten for longer is gone. Longer than anybody can go by what it has read ({@link #BELIEVED} and the term
     * of a lease): of two clones that both beat and then read, at least one knows of the other.
     */
    private static final Duration ALIVE = Duration.ofSeconds(4);

    /** Longer than this nobody relies on what was read. */
    private static final Duration BELIEVED = Duration.ofSeconds(2);

    /** Until then a clone can be sure that the others still count it in. */
    private static final Duration PRESENT = ALIVE.minusSeconds(1);

    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "jdbc/beat")
    private DataSource primary;

    private @Nullable PeriodicTask beats;
    private volatile @Nullable Read read;

    /** Begins, if it hasn't yet. @param member the clone's present name in the grid */
    public synchronized void begin(String clone, Supplier<String> member) {
        if (beats == null) {
            beats = new PeriodicTask("heartbeat", () -> beatIfDue(clone, member)).start(Duration.ZERO, TICK);
        }
    }

    @Override
    public Optional<Set<String>> alive() {
        Read known = read;
        return known == null || System.nanoTime() - known.at > BELIEVED.toNanos()
                ? Optional.empty()
                : Optional.of(known.members);
    }

    @Override
    public Optional<Presence> presence() {
        Read known = read;
        return known == null || System.nanoTime() - known.at > PRESENT.toNanos()
                ? Optional.empty()
                : Optional.of(new Presence(known.members, known.since + BELIEVED.toNanos()));
    }

    @PreDestroy
    synchronized void stop() {
        if (beats != null) {
            beats.close();
        }
    }

    private void beatIfDue(String clone, Supplier<String> member) {
        Read last = read;
        if (last == null || System.nanoTime() - last.at >= INTERVAL.toNanos()) {
            beat(clone, member);
        }
    }

    private void beat(String clone, Supplier<String> member) {
        long began = System.nanoTime();
        try (Connection connection = primary.getConnection()) {
            say(connection, clone, member.get());
            long since = since(System.nanoTime());
            read = new Read(began, since, members(connection));
        } catch (SQLException e) {
            LOG.log(Level.FINE, "The primary doesn't take the heartbeat", e);
        }
    }

    /** Since when each beat came before the one before it was forgotten. @param beaten when the present one was there */
    private long since(long beaten) {
        Read before = read;
        return before == null || beaten - before.at > ALIVE.toNanos() ? beaten : before.since;
    }

    private static void say(Connection connection, String clone, String member) throws SQLException {
        try (PreparedStatement beat = connection.prepareStatement(
                "insert into heartbeat (clone, member, beat_at) values (?, ?, utc_timestamp(6))"
                        + " on duplicate key update member = values(member), beat_at = values(beat_at)")) {
            beat.setQueryTimeout(PATIENCE_SECONDS);
            beat.setString(1, clone);
            beat.setString(2, member);
            beat.executeUpdate();
        }
    }

    private static Set<String> members(Connection connection) throws SQLException {
        Set<String> members = new HashSet<>();
        try (Statement question = connection.createStatement();
                ResultSet rows = question.executeQuery(
                        "select member from heartbeat where beat_at > utc_timestamp(6) - interval " + ALIVE.toSeconds()
                                + " second")) {
            while (rows.next()) {
                members.add(rows.getString(1));
            }
        }
        return members;
    }

    private record Read(long at, long since, Set<String> members) {}
}

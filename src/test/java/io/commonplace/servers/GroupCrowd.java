package io.commonplace.servers;

import io.commonplace.database.Routing;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Clients of a group that write and read without a pause, until it is closed, as clones do: through the balancer, and by the
 * application's choice of the server. They record what was acknowledged, and each old value that a read returns.
 */
final class GroupCrowd implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(GroupCrowd.class.getName());
    private static final int WRITERS = 4;
    private static final long MAX_LAG_MILLIS = 5000;
    static final int NOT_AGREED = 3100;
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration READING = Duration.ofMillis(10);

    /** All members share this machine's disk: without a pause, they would not keep up. */
    private static final Duration WRITING = Duration.ofMillis(50);

    private final List<Thread> threads = new ArrayList<>();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final LongAdder refused = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder reads = new LongAdder();
    private final Set<String> old = ConcurrentHashMap.newKeySet();
    private final AtomicLong newest = new AtomicLong();
    private final AtomicLong lastWrite = new AtomicLong(System.nanoTime());
    private final AtomicLong lastRead = new AtomicLong(System.nanoTime());
    private final AtomicLong longestGap = new AtomicLong();
    private final AtomicLong longestReadGap = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis() * 1000);
    private final Routing router = new Routing(Group.databases(), MAX_LAG_MILLIS, "REQUIRED");
    private volatile boolean closed;

    /** Creates its tables, unless they are there. */
    static void prepare() throws SQLException {
        try (Connection connection = Group.schema().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists acknowledged (number bigint not null primary key)");
            statement.execute("create table if not exists latest (id int not null primary key, value bigint not null)");
            statement.execute("replace into latest values (1, 0)");
        }
    }

    /** Begins. The value of the table {@code latest} grows. */
    void begin() {
        for (int i = 0; i < WRITERS; i++) {
            run("writer", this::write);
        }
        run("heartbeat", this::beat);
        run("register", this::advance);
        run("reader through the balancer", this::readThroughTheBalancer);
        run("reader by routing", unused -> readByRouting());
    }

    private void readThroughTheBalancer(Connection connection) throws SQLException {
        long expected = newest.get();
        expect(expected, valueOf(connection), "through the balancer");
        Group.pause(READING);
    }

    /** Without a primary an old value is better than none. */
    private void readByRouting() {
        long expected = newest.get();
        router.readNewest(GroupCrowd::valueOf).ifPresent(value -> expect(expected, value, "newest by routing"));
        long now = System.nanoTime();
        longestReadGap.accumulateAndGet(now - lastRead.getAndSet(now), Math::max);
        Group.pause(READING);
    }

    private static long valueOf(EntityManager em) {
        return ((Number) em.createNativeQuery("select value from latest where id = 1")
                        .getSingleResult())
                .longValue();
    }

    private static long valueOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select value from latest where id = 1")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void expect(long atLeast, long value, String how) {
        reads.increment();
        if (value < atLeast) {
            old.add(how + ": " + value + " instead of " + atLeast);
        }
    }

    /** A row in a transaction of its own. */
    private void write(Connection connection) throws SQLException {
        long number = numbers.incrementAndGet();
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("insert into acknowledged (number) values (?)")) {
            insert.setLong(1, number);
            insert.executeUpdate();
        }
        try {
            connection.commit();
            acknowledged(number);
            Group.pause(WRITING);
        } catch (SQLException e) {
            if (e.getErrorCode() == NOT_AGREED) {
                refused.increment();
            } else {
                unknown.increment();
            }
            throw e;
        }
    }

    private void acknowledged(long number) {
        acknowledged.add(number);
        long now = System.nanoTime();
        longestGap.accumulateAndGet(now - lastWrite.getAndSet(now), Math::max);
    }

    private void beat(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into heartbeat (clone, member, beat_at) values ('clone-1', '', utc_timestamp(6))"
                            + " on duplicate key update beat_at = values(beat_at)");
        }
        Group.pause(BEAT);
    }

    /** Writes the next value, and then reads its own write as a session does. */
    private void advance(Connection connection) throws SQLException {
        long value = numbers.incrementAndGet();
        try (PreparedStatement update = connection.prepareStatement("update latest set value = ? where id = 1")) {
            update.setLong(1, value);
            update.executeUpdate();
        }
        newest.set(value);
        String position = Sql.text(connection, Group.POSITIONS.written());
        if (position != null) {
            router.remember(position);
            router.readSeen(GroupCrowd::valueOf).ifPresent(seen -> expect(value, seen, "own write by routing"));
        }
        Group.pause(WRITING);
    }

    private void run(String name, Step step) {
        Thread thread = new Thread(() -> repeat(step), name);
        thread.start();
        threads.add(thread);
    }

    /** With one connection as long as it lasts. */
    private void repeat(Step step) {
        while (!closed) {
            try (Connection connection = Group.balanced().getConnection()) {
                while (!closed) {
                    step.take(connection);
                }
            } catch (SQLException | RuntimeException e) {
                LOG.log(Level.FINE, "A client begins again", e);
                Group.pause(Duration.ofMillis(50));
            }
        }
    }

    /** Ends the clients. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        router.close();
    }

    /** The acknowledged rows that a member lacks. */
    Set<Long> lostAt(String host) throws SQLException {
        Set<Long> lost = ConcurrentHashMap.newKeySet();
        lost.addAll(acknowledged);
        lost.removeAll(rows(host));
        return lost;
    }

    static Set<Long> rows(String host) throws SQLException {
        Set<Long> rows = ConcurrentHashMap.newKeySet();
        try (Connection connection = Group.member(host).getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select number from acknowledged")) {
            while (found.next()) {
                rows.add(found.getLong(1));
            }
        }
        return rows;
    }

    /** The old values that reads have returned. */
    Set<String> old() {
        return old;
    }

    int written() {
        return acknowledged.size();
    }

    /** The longest time without an acknowledged write. */
    Duration longestGap() {
        return Duration.ofNanos(longestGap.get());
    }

    /** One line about what happened. */
    String report() {
        return String.format(
                "%.1f s without a write, %.1f s without a read; %d commits acknowledged, %d refused, %d of unknown outcome;"
                        + " %d reads, %d old",
                longestGap.get() / 1e9,
                longestReadGap.get() / 1e9,
                acknowledged.size(),
                refused.sum(),
                unknown.sum(),
                reads.sum(),
                old.size());
    }

    @FunctionalInterface
    private interface Step {
        void take(Connection connection) throws SQLException;
    }
}

package io.commonplace.outside;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that write rows to the primary, and record which were acknowledged, and when. */
final class Writers implements AutoCloseable {
    private final String name = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentSkipListMap<Integer, Long> acknowledged = new ConcurrentSkipListMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    static Writers start(int count) {
        Writers writers = new Writers();
        for (int i = 0; i < count; i++) {
            writers.threads.add(start(writers::write));
        }
        return writers;
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "writer");
        thread.start();
        return thread;
    }

    private void write() {
        while (!stopped) {
            try (Connection connection = Cluster.database();
                    PreparedStatement insert =
                            connection.prepareStatement("insert into id_block (name, next_value) values (?, ?)")) {
                while (!stopped) {
                    int number = next.getAndIncrement();
                    insert.setString(1, name + "-" + number);
                    insert.setInt(2, number);
                    insert.executeUpdate();
                    acknowledged.put(number, System.nanoTime());
                    pause();
                }
            } catch (SQLException e) {
                // The outcome is unknown, so nothing was promised; continue with the next row.
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int count() {
        return acknowledged.size();
    }

    /** The longest time without an acknowledgement. */
    Duration gap() {
        long[] times = acknowledged.values().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        long longest = 0;
        for (int i = 1; i < times.length; i++) {
            longest = Math.max(longest, times[i] - times[i - 1]);
        }
        return Duration.ofNanos(longest);
    }

    /** Acknowledged rows that are missing. */
    Set<Integer> missingOn(String database) throws SQLException {
        Set<Integer> missing = new TreeSet<>(acknowledged.keySet());
        try (Connection connection = Cluster.database(database);
                PreparedStatement select = connection.prepareStatement("select name from id_block where name like ?")) {
            select.setString(1, name + "-%");
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                missing.remove(Integer.valueOf(rows.getString(1).substring(name.length() + 1)));
            }
        }
        return missing;
    }

    void stop() {
        stopped = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        stop();
        try (Connection connection = Cluster.database();
                PreparedStatement delete = connection.prepareStatement("delete from id_block where name like ?")) {
            delete.setString(1, name + "-%");
            delete.executeUpdate();
        }
    }
}

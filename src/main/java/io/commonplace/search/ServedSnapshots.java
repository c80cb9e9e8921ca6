package io.commonplace.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The snapshots of this clone's index that other clones are copying. One whose asker has gone is released after a while. */
final class ServedSnapshots {
    private static final Logger LOG = Logger.getLogger(ServedSnapshots.class.getName());

    /** A further clone asks somebody else, or builds its index. */
    static final int MAX_SERVED = 2;

    /** Longer than an asker waits for all its attempts to read a part. */
    static final Duration MAX_IDLE = Duration.ofSeconds(30);

    private final LongSupplier clock;
    private final Map<String, Served> served = new HashMap<>();

    /** @param clock in nanoseconds, as {@link System#nanoTime} */
    ServedSnapshots(LongSupplier clock) {
        this.clock = clock;
    }

    /** @return its identifier and its files; empty if the index isn't complete, or enough clones copy it */
    synchronized Optional<Opened> open(PageIndex index) {
        if (served.size() >= MAX_SERVED) {
            return Optional.empty();
        }
        try {
            IndexSnapshot snapshot = index.snapshot();
            String id = UUID.randomUUID().toString();
            served.put(id, new Served(snapshot, clock.getAsLong()));
            if (snapshot.isComplete()) {
                return Optional.of(new Opened(id, snapshot.files()));
            }
            close(id);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index can't be copied", e);
        }
    }

    /** @return empty if the snapshot isn't served any more */
    synchronized Optional<byte[]> read(String id, String file, long offset, int length) {
        Served found = served.get(id);
        if (found == null) {
            return Optional.empty();
        }
        try {
            served.put(id, new Served(found.snapshot, clock.getAsLong()));
            return Optional.of(found.snapshot.read(file, offset, length));
        } catch (IOException e) {
            throw new UncheckedIOException("The search index can't be copied", e);
        }
    }

    synchronized void close(String id) {
        Served found = served.remove(id);
        if (found != null) {
            release(found.snapshot);
        }
    }

    /** Releases those that nobody has read for {@link #MAX_IDLE}. */
    synchronized void closeIdle() {
        Iterator<Served> each = served.values().iterator();
        while (each.hasNext()) {
            Served one = each.next();
            if (clock.getAsLong() - one.read > MAX_IDLE.toNanos()) {
                each.remove();
                release(one.snapshot);
            }
        }
    }

    synchronized int size() {
        return served.size();
    }

    private static void release(IndexSnapshot snapshot) {
        try {
            snapshot.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Files of the search index are deleted only with its next commit", e);
        }
    }

    /** What the asker gets first. */
    record Opened(String id, SnapshotFiles files) {}

    /** @param read when it was last read, in the time of the clock */
    private record Served(IndexSnapshot snapshot, long read) {}
}

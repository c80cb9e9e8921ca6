package io.commonplace.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** Copies the files of an index, a part at a time. */
final class SnapshotCopy {
    /** Bytes. A compromise: a part is in the memory of both clones, and each one is a question on the grid. */
    static final int PART = 256 << 10;

    /** Bytes that stay free on the disk. */
    private static final long RESERVE = 64L << 20;

    /** Building makes about as many bytes of an index in a second, so that a slower copy isn't worth it. */
    private static final long LEAST_PER_SECOND = 512L << 10;

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final SnapshotFiles files;
    private final SnapshotParts parts;
    private final LongSupplier clock;
    private long done;

    /** @param clock in nanoseconds, as {@link System#nanoTime} */
    SnapshotCopy(SnapshotFiles files, SnapshotParts parts, LongSupplier clock) {
        this.files = files;
        this.parts = parts;
        this.clock = clock;
    }

    /**
     * Copies all files, and checks their checksums.
     *
     * @param folder an empty one
     * @param progress gets the number of bytes that have been copied
     * @throws IOException also if the copy is damaged or too slow, or the disk has no room for it
     */
    void into(Path folder, LongConsumer progress) throws IOException {
        requireRoom(folder);
        try (Directory directory = FSDirectory.open(folder)) {
            long began = clock.getAsLong();
            for (Map.Entry<String, Long> file : files.lengths().entrySet()) {
                try (IndexOutput output = directory.createOutput(file.getKey(), IOContext.DEFAULT)) {
                    while (output.getFilePointer() < file.getValue()) {
                        copyPart(output, file.getKey(), file.getValue());
                        progress.accept(done);
                        requirePace(clock.getAsLong() - began);
                    }
                }
            }
            directory.sync(files.lengths().keySet());
        }
        if (!PageIndex.isUsable(folder)) {
            throw new IOException("The copy is damaged, or of another version");
        }
    }

    private void copyPart(IndexOutput output, String file, long length) throws IOException {
        long offset = output.getFilePointer();
        int wanted = (int) Math.min(PART, length - offset);
        byte[] part = parts.read(file, offset, wanted);
        if (part.length != wanted) {
            throw new IOException("A part of " + file + " has " + part.length + " bytes instead of " + wanted);
        }
        output.writeBytes(part, part.length);
        done += part.length;
    }

    private void requireRoom(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (files.bytes() > free - RESERVE) {
            throw new IOException("The disk has no room for " + files.bytes() + " bytes: " + free + " are free");
        }
    }

    private void requirePace(long nanos) throws IOException {
        if (nanos > GRACE.toNanos() && done < LEAST_PER_SECOND * (nanos / 1e9)) {
            throw new IOException(
                    "Copying is slower than building: " + done + " bytes in " + nanos / 1_000_000 + " ms");
        }
    }
}

package io.commonplace.transfer;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Packs files into one part of an archive, with little memory for files of any size. */
final class ZipPart {
    private static final int BUFFER = 16 << 10;

    private final List<PackedEntry> entries = new ArrayList<>();
    private final CountedOutput out;

    ZipPart(OutputStream out) {
        this.out = new CountedOutput(out);
    }

    /** Writes a file's bytes. */
    interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    /** @throws IOException if the sink fails, or the file has 4 GiB or more */
    void add(String name, Instant changedAt, Source source) throws IOException {
        long offset = out.count;
        out.write(ZipRecords.header(name, changedAt));
        long start = out.count;
        CRC32 checksum = new CRC32();
        long size = pack(source, checksum);
        long packedSize = out.count - start;
        if (Math.max(size, packedSize) >= ZipRecords.MAX_INT) {
            throw new IOException("Too large for an archive: " + name);
        }
        out.write(ZipRecords.descriptor(checksum.getValue(), packedSize, size));
        Instant second = changedAt.truncatedTo(ChronoUnit.SECONDS);
        entries.add(new PackedEntry(name, second, checksum.getValue(), packedSize, size, offset));
    }

    private long pack(Source source, CRC32 checksum) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            DeflaterOutputStream packed = new DeflaterOutputStream(out, deflater, BUFFER);
            CountedOutput unpacked = new CountedOutput(new CheckedOutputStream(packed, checksum));
            source.writeTo(unpacked);
            packed.finish();
            return unpacked.count;
        } finally {
            deflater.end();
        }
    }

    List<PackedEntry> entries() {
        return entries;
    }

    private static final class CountedOutput extends FilterOutputStream {
        private long count;

        CountedOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }
    }
}

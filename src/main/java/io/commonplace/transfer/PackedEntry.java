package io.commonplace.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that is packed into a part of an archive, for the archive's own list.
 *
 * @param changedAt in whole seconds
 * @param checksum CRC-32
 * @param packedSize in bytes
 * @param size unpacked, in bytes
 * @param offset of its header in the part, in bytes
 */
record PackedEntry(String name, Instant changedAt, long checksum, long packedSize, long size, long offset) {

    /** As a part's row keeps them. */
    static byte[] toBytes(List<PackedEntry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(entries.size());
            for (PackedEntry entry : entries) {
                out.writeUTF(entry.name);
                out.writeLong(entry.changedAt.getEpochSecond());
                out.writeLong(entry.checksum);
                out.writeLong(entry.packedSize);
                out.writeLong(entry.size);
                out.writeLong(entry.offset);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<PackedEntry> of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            List<PackedEntry> entries = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                Instant changedAt = Instant.ofEpochSecond(in.readLong());
                entries.add(
                        new PackedEntry(name, changedAt, in.readLong(), in.readLong(), in.readLong(), in.readLong()));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

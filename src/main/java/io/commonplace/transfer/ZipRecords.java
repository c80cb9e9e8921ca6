package io.commonplace.transfer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The records of a ZIP that are not the files' own bytes. Only the list at the end says where a file is, so parts that were
 * packed on several clones can follow each other.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, 4.3</a>
 */
final class ZipRecords {
    /** The largest number of a field of four bytes; larger ones need the fields of ZIP64. */
    static final long MAX_INT = 0xFFFF_FFFFL;

    private static final int MAX_SHORT = 0xFFFF;
    private static final short NEEDED = 20;
    private static final short NEEDED_64 = 45;
    private static final short MADE_ON_UNIX = 3 << 8 | NEEDED_64;
    /** The sizes follow the file, and names are in UTF-8. */
    private static final short FLAGS = 1 << 3 | 1 << 11;

    private static final short DEFLATED = 8;
    private static final int REGULAR_FILE = 0100644 << 16;
    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2107;

    private ZipRecords() {}

    /** Before a file's bytes. */
    static byte[] header(String name, Instant changedAt) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = buffer(30 + bytes.length).putInt(0x04034b50).putShort(NEEDED);
        common(out, changedAt).putInt(0).putInt(0).putInt(0);
        return out.putShort((short) bytes.length).putShort((short) 0).put(bytes).array();
    }

    /** After a file's bytes. */
    static byte[] descriptor(long checksum, long packedSize, long size) {
        return buffer(16)
                .putInt(0x08074b50)
                .putInt((int) checksum)
                .putInt((int) packedSize)
                .putInt((int) size)
                .array();
    }

    /** An entry of the archive's list. @param partOffset of the entry's part in the archive */
    static byte[] listed(PackedEntry entry, long partOffset) {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        long offset = partOffset + entry.offset();
        boolean isFar = offset >= MAX_INT;
        int extra = isFar ? 12 : 0;
        ByteBuffer out = buffer(46 + name.length + extra).putInt(0x02014b50).putShort(MADE_ON_UNIX);
        common(out.putShort(isFar ? NEEDED_64 : NEEDED), entry.changedAt())
                .putInt((int) entry.checksum())
                .putInt((int) entry.packedSize())
                .putInt((int) entry.size());
        out.putShort((short) name.length).putShort((short) extra).putShort((short) 0);
        out.putShort((short) 0).putShort((short) 0).putInt(REGULAR_FILE);
        out.putInt((int) Math.min(offset, MAX_INT)).put(name);
        if (isFar) {
            out.putShort((short) 1).putShort((short) 8).putLong(offset);
        }
        return out.array();
    }

    /**
     * The end of the archive.
     *
     * @param entries the number of files
     * @param listSize in bytes
     * @param listOffset of the list in the archive
     */
    static byte[] end(long entries, long listSize, long listOffset) {
        boolean isLarge = entries >= MAX_SHORT || listSize >= MAX_INT || listOffset >= MAX_INT;
        ByteBuffer out = buffer(22 + (isLarge ? 76 : 0));
        if (isLarge) {
            out.putInt(0x06064b50).putLong(44).putShort(MADE_ON_UNIX).putShort(NEEDED_64);
            out.putInt(0)
                    .putInt(0)
                    .putLong(entries)
                    .putLong(entries)
                    .putLong(listSize)
                    .putLong(listOffset);
            out.putInt(0x07064b50).putInt(0).putLong(listOffset + listSize).putInt(1);
        }
        short count = (short) Math.min(entries, MAX_SHORT);
        out.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(count)
                .putShort(count);
        return out.putInt((int) Math.min(listSize, MAX_INT))
                .putInt((int) Math.min(listOffset, MAX_INT))
                .putShort((short) 0)
                .array();
    }

    private static ByteBuffer common(ByteBuffer out, Instant changedAt) {
        LocalDateTime at = LocalDateTime.ofInstant(changedAt, ZoneOffset.UTC);
        int year = Math.max(FIRST_YEAR, Math.min(LAST_YEAR, at.getYear()));
        int time = at.getHour() << 11 | at.getMinute() << 5 | at.getSecond() / 2;
        int date = (year - FIRST_YEAR) << 9 | at.getMonthValue() << 5 | at.getDayOfMonth();
        return out.putShort(FLAGS).putShort(DEFLATED).putShort((short) time).putShort((short) date);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}

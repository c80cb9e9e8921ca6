package io.commonplace.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes small archives: {@code new Zipped().with("a.md", "# A").bytes()}. */
final class Zipped {
    private static final int SYMBOLIC_LINK = 0120777;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    Zipped() {}

    /** An archive that doesn't say how its names are encoded. */
    Zipped(String charset) {
        zip.setEncoding(charset);
        zip.setUseLanguageEncodingFlag(false);
    }

    Zipped with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Zipped with(String name, byte[] content) {
        return add(new ZipArchiveEntry(name), content);
    }

    /** A file that is stored without compression. */
    Zipped withStored(String name, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        return add(entry, content);
    }

    Zipped withLink(String name, String target) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(SYMBOLIC_LINK);
        return add(entry, target.getBytes(StandardCharsets.UTF_8));
    }

    Zipped withComment(String name, String comment) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setComment(comment);
        return add(entry, new byte[0]);
    }

    byte[] bytes() {
        try {
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Zipped add(ZipArchiveEntry entry, byte[] content) {
        try {
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}

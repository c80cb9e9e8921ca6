package io.commonplace.transfer;

import io.commonplace.platform.Messages;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reads an untrusted ZIP: what is wrong with one file is told by its name and the rest goes on, what is wrong with the
 * whole is thrown. Sizes are those of the bytes that really come out, not those that the archive claims.
 */
final class Archive implements AutoCloseable {
    private static final int LIST_HEAD = 0x504B0102;
    /** Of a head, what follows its signature. */
    private static final int HEAD_REST = 42;

    private static final long RATIO_FROM = 1L << 20;

    private final ZipFile zip;
    private final ImportLimits limits;
    private final Set<String> seen = new HashSet<>();
    private long total;
    private long totalText;

    Archive(Path file, ImportLimits limits) throws ArchiveRefused {
        this.limits = limits;
        try {
            refuseCrowd(file);
            zip = ZipFile.builder().setPath(file).setUseUnicodeExtraFields(true).get();
        } catch (IOException | IllegalArgumentException e) {
            throw new ArchiveRefused("import.archive.unreadable");
        }
    }

    /**
     * Opening a ZIP reads the whole list of its files into memory, whatever it says about its length: the heads of that
     * list are found before, by their signature, counted and measured. It may stand in a file's bytes by chance, once in
     * 4 GiB.
     */
    private void refuseCrowd(Path file) throws IOException, ArchiveRefused {
        int heads = 0;
        int last = 0;
        long listBytes = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                last = last << 8 | next;
                if (last == LIST_HEAD) {
                    listBytes += listBytes(in);
                    if (++heads > limits.entries()) {
                        throw new ArchiveRefused("import.archive.entries", limits.entries());
                    }
                    if (listBytes > limits.listBytes()) {
                        throw new ArchiveRefused("import.archive.list", limits.listBytes() >> 20);
                    }
                }
            }
        }
    }

    /**
     * What a head of the list brings besides itself: name, extra field and comment. Only looked at: the next head may
     * begin within these bytes, if this one is none.
     *
     * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, 4.3.12</a>
     */
    private static int listBytes(InputStream in) throws IOException {
        in.mark(HEAD_REST);
        byte[] head = in.readNBytes(HEAD_REST);
        in.reset();
        int sum = 0;
        for (int at = 24; at + 1 < Math.min(head.length, 30); at += 2) {
            sum += Byte.toUnsignedInt(head[at]) | Byte.toUnsignedInt(head[at + 1]) << 8;
        }
        return sum;
    }

    /**
     * @param files gets each good file, in the archive's order
     * @param problems gets the name and the trouble of each other one
     */
    void read(Consumer<ArchiveFile> files, BiConsumer<String, String> problems) throws ArchiveRefused {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        for (ZipArchiveEntry entry : entries) {
            String name = EntryName.withSlashes(entry.getName());
            if (!name.endsWith("/") && !isLitter(name)) {
                read(entry, files, problems);
            }
        }
    }

    private void read(ZipArchiveEntry entry, Consumer<ArchiveFile> files, BiConsumer<String, String> problems)
            throws ArchiveRefused {
        String name = shown(entry.getName());
        ArchiveFile file;
        try {
            String path = EntryName.check(entry.getName(), limits.depth());
            refuseStrange(entry, path);
            file = new ArchiveFile(path, bytes(entry, path));
        } catch (FileRefused e) {
            problems.accept(name, e.getMessage());
            return;
        } catch (IOException | RuntimeException e) {
            problems.accept(name, Messages.text("import.file.broken"));
            return;
        }
        // Not among what is caught: trouble in keeping the file says nothing about the archive.
        files.accept(file);
    }

    private void refuseStrange(ZipArchiveEntry entry, String path) throws FileRefused {
        if (entry.isUnixSymlink()) {
            throw new FileRefused("import.file.symlink");
        }
        if (entry.getGeneralPurposeBit().usesEncryption() || !zip.canReadEntryData(entry)) {
            throw new FileRefused("import.file.encrypted");
        }
        if (!seen.add(path)) {
            throw new FileRefused("import.file.duplicate");
        }
    }

    /** Reads no byte more than is allowed. */
    private byte[] bytes(ZipArchiveEntry entry, String path) throws IOException, FileRefused, ArchiveRefused {
        boolean text = new ArchiveFile(path, new byte[0]).isMarkdown();
        long allowed = text ? limits.textBytes() : limits.fileBytes();
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes((int) Math.min(allowed + 1, Integer.MAX_VALUE));
        }
        count(bytes.length, text);
        if (bytes.length > allowed) {
            throw new FileRefused("import.file.large", allowed >> 10);
        }
        long packed = Math.max(1, entry.getCompressedSize());
        if (bytes.length > RATIO_FROM && bytes.length / packed > limits.ratio()) {
            throw new FileRefused("import.file.bomb", bytes.length / packed);
        }
        checkSum(entry, bytes);
        return bytes;
    }

    /** The library leaves this to its caller. */
    private static void checkSum(ZipArchiveEntry entry, byte[] bytes) throws FileRefused {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (sum.getValue() != entry.getCrc()) {
            throw new FileRefused("import.file.broken");
        }
    }

    private void count(int bytes, boolean text) throws ArchiveRefused {
        total += bytes;
        totalText += text ? bytes : 0;
        if (total > limits.totalBytes()) {
            throw new ArchiveRefused("import.archive.total", limits.totalBytes() >> 20);
        }
        if (totalText > limits.allTextBytes()) {
            throw new ArchiveRefused("import.archive.text", limits.allTextBytes() >> 20);
        }
    }

    /** What file managers leave behind, and the insides of version control. */
    private static boolean isLitter(String name) {
        String lower = "/" + name.toLowerCase(Locale.ROOT);
        return lower.startsWith("/__macosx/")
                || lower.endsWith("/.ds_store")
                || lower.endsWith("/thumbs.db")
                || lower.contains("/.git/");
    }

    /** A name fit for a report: control characters would garble it. */
    private static String shown(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "�");
        return clean.isEmpty() ? "(no name)" : clean;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

package io.commonplace.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reads an untrusted ZIP. A problem with one file is reported with its name, and the other files are read; a problem with
 * the whole archive is thrown. Limits count the bytes that are really unpacked, not the sizes that the archive states.
 */
final class Archive implements AutoCloseable {
    private static final int DIRECTORY_HEADER = 0x504B0102;
    /** The length of a header without its signature, in bytes. */
    private static final int HEADER_REST = 42;
    /** Where the lengths of two bytes are in it. */
    private static final int NAME_LENGTH = 24;

    private static final int EXTRA_LENGTH = 26;
    private static final int COMMENT_LENGTH = 28;

    private static final long RATIO_MIN_SIZE = 1L << 20;

    private final ZipFile zip;
    private final ImportLimits limits;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> left = new TreeMap<>();
    private final EntryCharset charset;
    private final DialectClues dialect = new DialectClues();
    private long total;

    Archive(Path file, ImportLimits limits) throws ArchiveRefused {
        this.limits = limits;
        try {
            checkDirectorySize(file);
            zip = ZipFile.builder().setPath(file).setUseUnicodeExtraFields(true).get();
            charset = new EntryCharset(Collections.list(zip.getEntries()));
        } catch (IOException | IllegalArgumentException e) {
            throw new ArchiveRefused("import.archive.unreadable");
        }
    }

    /**
     * Opening a ZIP reads its whole central directory into memory, whatever size the archive states. So this first finds,
     * counts and measures the directory's headers by their signature. In file data the signature appears by chance about
     * once in 4 GiB.
     */
    private void checkDirectorySize(Path file) throws IOException, ArchiveRefused {
        int headers = 0;
        int lastBytes = 0;
        long directoryBytes = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                lastBytes = lastBytes << 8 | next;
                if (lastBytes == DIRECTORY_HEADER) {
                    directoryBytes += entryBytes(in);
                    if (++headers > limits.entries()) {
                        throw new ArchiveRefused("import.archive.entries", limits.entries());
                    }
                    if (directoryBytes > limits.listBytes()) {
                        throw new ArchiveRefused("import.archive.list", limits.listBytes() >> 20);
                    }
                }
            }
        }
    }

    /**
     * The length of a header's variable fields: name, extra fields and comment. Extra fields count twice, because each of their
     * parts becomes several objects. Only peeks: if this is not really a header, the next one may begin within these bytes.
     *
     * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, 4.3.12</a>
     */
    private static int entryBytes(InputStream in) throws IOException {
        in.mark(HEADER_REST);
        byte[] header = in.readNBytes(HEADER_REST);
        in.reset();
        int sum = 0;
        for (int at = NAME_LENGTH; at + 1 < Math.min(header.length, COMMENT_LENGTH + 2); at += 2) {
            int length = Byte.toUnsignedInt(header[at]) | Byte.toUnsignedInt(header[at + 1]) << 8;
            sum += at == EXTRA_LENGTH ? 2 * length : length;
        }
        return sum;
    }

    /**
     * @param files receives each valid file, in the archive's order
     * @param notes receives the name and the problem of each other file
     */
    void read(Consumer<ArchiveFile> files, FileNotes notes) throws ArchiveRefused {
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            EntryCharset.Name name = charset.name(entry);
            String path = EntryName.withSlashes(name.text());
            dialect.see(path);
            if (!path.endsWith("/") && !JunkFile.is(path) && !isLeft(path)) {
                read(entry, name, files, notes);
            }
        }
        left.forEach((folder, count) -> notes.hint(folder, "import.folder.private", count));
    }

    /** The program that the files seem to come from; known when they are read. */
    ArchiveDialect dialect() {
        return dialect.dialect();
    }

    /** Counts the files of a folder that belongs to a program. One hint for each folder is enough. */
    private boolean isLeft(String path) {
        Optional<String> folder = JunkFile.programFolder(path);
        folder.ifPresent(name -> left.merge(name, 1, Integer::sum));
        return folder.isPresent();
    }

    private void read(ZipArchiveEntry entry, EntryCharset.Name name, Consumer<ArchiveFile> files, FileNotes notes)
            throws ArchiveRefused {
        ArchiveFile file;
        try {
            String path = EntryName.check(name.text(), limits.depth());
            requireSupported(entry, path);
            file = new ArchiveFile(path, bytes(entry, path));
        } catch (FileRefused e) {
            notes.problem(printable(name.text()), e);
            return;
        } catch (IOException | RuntimeException e) {
            notes.problem(printable(name.text()), "import.file.broken");
            return;
        }
        if (name.guessed() != null) {
            notes.hint(file.path(), "import.name.guessed", name.guessed());
        }
        // Outside of the try block, because an error in storing the file is not the archive's.
        files.accept(file);
    }

    private void requireSupported(ZipArchiveEntry entry, String path) throws FileRefused {
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

    /** Reads at most one byte more than the limit. */
    private byte[] bytes(ZipArchiveEntry entry, String path) throws IOException, FileRefused, ArchiveRefused {
        boolean text = new ArchiveFile(path, new byte[0]).isMarkdown();
        long allowed = text ? limits.textBytes() : limits.fileBytes();
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes((int) Math.min(allowed + 1, Integer.MAX_VALUE));
        }
        count(bytes.length);
        if (bytes.length > allowed) {
            throw new FileRefused("import.file.large", allowed >> 10);
        }
        long packed = Math.max(1, entry.getCompressedSize());
        if (bytes.length > RATIO_MIN_SIZE && bytes.length / packed > limits.ratio()) {
            throw new FileRefused("import.file.bomb", bytes.length / packed);
        }
        checkSum(entry, bytes);
        return bytes;
    }

    /** The library doesn't check the CRC. */
    private static void checkSum(ZipArchiveEntry entry, byte[] bytes) throws FileRefused {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (sum.getValue() != entry.getCrc()) {
            throw new FileRefused("import.file.broken");
        }
    }

    private void count(int bytes) throws ArchiveRefused {
        total += bytes;
        if (total > limits.totalBytes()) {
            throw new ArchiveRefused("import.archive.total", limits.totalBytes() >> 20);
        }
    }

    /** The name for a report, without control characters. */
    private static String printable(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "�");
        return clean.isEmpty() ? "(no name)" : clean;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

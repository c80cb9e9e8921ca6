package io.commonplace.outside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Creates archives, valid and hostile ones: {@code aZip().with("a.md", "# A").bytes()}. */
final class Zip {
    private static final int SYMBOLIC_LINK = 0120777;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    static Zip aZip() {
        return new Zip();
    }

    /** The sample handbook. */
    static Zip ofHandbook() {
        Path root = Path.of("src/handbook");
        Zip handbook = aZip();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                handbook.with(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return handbook;
    }

    /** A front page and linked pages in folders of a hundred: p0/page-0 to p5/page-599. */
    static Zip ofPages(int count) {
        Zip zip = aZip().with("index.md", "# Front");
        for (int i = 0; i < count; i++) {
            String text = "# Page %d\n\nSee [another](../p%d/page-%d.md).\n\n| a | b |\n|---|---|\n| 1 | %d |\n\n%s\n"
                    .formatted(i, (i * 7 % count) / 100, i * 7 % count, i, "Some words to be set. ".repeat(200));
            zip.with("p%d/page-%d.md".formatted(i / 100, i), text);
        }
        return zip;
    }

    Zip with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Zip with(String name, byte[] content) {
        return add(new ZipArchiveEntry(name), content);
    }

    Zip withLink(String name, String target) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(SYMBOLIC_LINK);
        return add(entry, target.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        try {
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Sets the file's encryption flag in both headers. */
    static byte[] encrypted(byte[] archive, String name) {
        byte[] changed = archive.clone();
        for (int header : List.of(0x04034b50, 0x02014b50)) {
            int offset = header == 0x04034b50 ? 6 : 8;
            int nameOffset = header == 0x04034b50 ? 30 : 46;
            for (int at = 0; at + nameOffset + name.length() <= changed.length; at++) {
                if (little(changed, at) == header
                        && new String(changed, at + nameOffset, name.length(), StandardCharsets.UTF_8).equals(name)) {
                    changed[at + offset] |= 1;
                }
            }
        }
        return changed;
    }

    private Zip add(ZipArchiveEntry entry, byte[] content) {
        try {
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static int little(byte[] bytes, int at) {
        return (bytes[at] & 255) | (bytes[at + 1] & 255) << 8 | (bytes[at + 2] & 255) << 16 | bytes[at + 3] << 24;
    }
}

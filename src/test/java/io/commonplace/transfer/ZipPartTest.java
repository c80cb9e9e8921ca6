package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipPartTest {
    @TempDir
    private Path folder;

    @Test
    void partsThatFollowEachOtherAreOneArchive() throws IOException {
        byte[] random = new byte[3 << 20];
        new Random(1).nextBytes(random);
        Path zip = file(new PackedZip(2)
                .with("docs/a.md", "# A\n".repeat(1000))
                .with("docs/größe/日本語 🚀.md", "text")
                .with("docs/random.bin", random)
                .with("docs/empty.txt", "")
                .with("docs/last.md", "last"));

        try (ZipFile read = new ZipFile(zip.toFile())) {
            assertThat(Collections.list(read.entries()))
                    .extracting(ZipEntry::getName)
                    .containsExactly(
                            "docs/a.md", "docs/größe/日本語 🚀.md", "docs/random.bin", "docs/empty.txt", "docs/last.md");
            assertThat(read.getInputStream(read.getEntry("docs/random.bin")).readAllBytes())
                    .isEqualTo(random);
            assertThat(read.getInputStream(read.getEntry("docs/empty.txt")).readAllBytes())
                    .isEmpty();
            ZipEntry first = read.getEntry("docs/a.md");
            assertThat(first.getSize()).isEqualTo(4000);
            assertThat(first.getCompressedSize()).isLessThan(100);
            assertThat(first.getTimeLocal()).isEqualTo(LocalDateTime.parse("2026-02-03T04:05:06"));
        }
    }

    @Test
    void otherProgramsReadTheArchiveFromItsStartAndFromItsEnd() throws IOException {
        PackedZip zip = new PackedZip(1).with("a/b.md", "one").with("a/c.md", "two");

        try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
            assertThat(stream.getNextEntry().getName()).isEqualTo("a/b.md");
            assertThat(stream.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("one");
            assertThat(stream.getNextEntry().getName()).isEqualTo("a/c.md");
            assertThat(stream.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("two");
            assertThat(stream.getNextEntry()).isNull();
        }
        try (var read = org.apache.commons.compress.archivers.zip.ZipFile.builder()
                .setPath(file(zip))
                .get()) {
            ZipArchiveEntry entry = read.getEntry("a/c.md");
            assertThat(read.getInputStream(entry).readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("two");
            assertThat(entry.getGeneralPurposeBit().usesUTF8ForNames()).isTrue();
        }
    }

    @Test
    void anArchiveOfMoreThanSixtyFiveThousandFilesIsRead() throws IOException {
        PackedZip zip = new PackedZip(1000);
        for (int i = 0; i < 66_000; i++) {
            zip.with("p/" + i, "");
        }

        try (ZipFile read = new ZipFile(file(zip).toFile())) {
            assertThat(read.size()).isEqualTo(66_000);
        }
    }

    @Test
    void aFileBehindFourGibibytesHasItsPlaceInTheExtraField() {
        long far = 5L << 30;

        ByteBuffer listed = ByteBuffer.wrap(ZipRecords.listed(new PackedEntry("a", Instant.EPOCH, 1, 2, 3, 4), far))
                .order(ByteOrder.LITTLE_ENDIAN);

        assertThat(listed.getInt(42)).isEqualTo(-1);
        assertThat(listed.getShort(30)).as("length of the extra field").isEqualTo((short) 12);
        assertThat(listed.getLong(46 + 1 + 4)).isEqualTo(far + 4);
    }

    private Path file(PackedZip zip) throws IOException {
        return Files.write(folder.resolve("a.zip"), zip.bytes());
    }
}

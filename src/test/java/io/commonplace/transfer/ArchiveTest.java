package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    /** In the order of ImportLimits: entries, directory, plan, total, one file, one text, ratio, depth. */
    private static final ImportLimits SMALL = new ImportLimits(5, 50_000, 10, 4 << 20, 3 << 20, 100, 200, 3);

    @TempDir
    private Path folder;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> problems = new LinkedHashMap<>();
    private final Map<String, String> hints = new LinkedHashMap<>();

    @Test
    void validFilesAreReadInOrder() throws Exception {
        read(new Zipped().with("b.md", "# B").withStored("a/ü.txt", "plain"));
        assertThat(files.keySet()).containsExactly("b.md", "a/ü.txt");
        assertThat(files.get("a/ü.txt")).asString(StandardCharsets.UTF_8).isEqualTo("plain");
        assertThat(problems).isEmpty();
    }

    @Test
    void foldersAndJunkFilesAreSkipped() throws Exception {
        read(new Zipped()
                .with("a/", "")
                .with("__MACOSX/a.md", "x")
                .with("a/.DS_Store", "x")
                .with("a/.git/config", "x")
                .with("a/b.md", "# B"));
        assertThat(files.keySet()).containsExactly("a/b.md");
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up.md", "a/../../up.md", "/etc/passwd", "C:/a.md"})
    void aTraversalIsReportedAndTheOtherFilesAreRead(String name) throws Exception {
        read(new Zipped().with(name, "# Bad").with("good.md", "# Good"));
        assertThat(problems).containsOnlyKeys(name);
        assertThat(files).containsOnlyKeys("good.md");
    }

    @Test
    void controlCharactersInANameAreReplacedInTheReport() throws Exception {
        read(new Zipped().with("a\u001b[31m\n.md", "# Bad"));
        assertThat(problems).containsOnlyKeys("a\uFFFD[31m\uFFFD.md");
    }

    @Test
    void aSymbolicLinkIsReported() throws Exception {
        read(new Zipped().withLink("passwords.md", "/etc/passwd").with("good.md", "# Good"));
        assertThat(problems.get("passwords.md")).contains("symbolic link");
        assertThat(files).containsOnlyKeys("good.md");
    }

    @Test
    void ofTwoFilesWithOneNameTheFirstCounts() throws Exception {
        read(new Zipped()
                .with("\u00fc.md", "# First")
                .with("\u00fc.md", "# Second")
                .with("u\u0308.md", "# Third"));
        assertThat(files.get("\u00fc.md")).asString(StandardCharsets.UTF_8).isEqualTo("# First");
        assertThat(files).hasSize(1);
        assertThat(problems)
                .hasSize(2)
                .allSatisfy((name, why) -> assertThat(why).contains("twice"));
    }

    @Test
    void aBombIsReportedByItsRatio() throws Exception {
        read(new Zipped().with("bomb.bin", new byte[2 << 20]).with("good.md", "# Good"));
        assertThat(problems.get("bomb.bin")).contains("times its size");
        assertThat(files).containsOnlyKeys("good.md");
    }

    @Test
    void aLargeFileWithANormalRatioIsRead() throws Exception {
        read(new Zipped().with("noise.bin", noise(2 << 20)));
        assertThat(files.get("noise.bin")).isEqualTo(noise(2 << 20));
    }

    @Test
    void aFileThatIsTooLargeIsReported() throws Exception {
        read(new Zipped().with("page.md", "x".repeat(101)).with("other.txt", "x".repeat(101)));
        assertThat(problems.get("page.md")).contains("larger than");
        assertThat(files).containsOnlyKeys("other.txt");
    }

    @Test
    void aFileMayBeAsLargeAsTheLimit() throws Exception {
        read(new Zipped().with("page.md", "x".repeat(100)));
        assertThat(files).containsOnlyKeys("page.md");
    }

    @Test
    void tooManyFilesAreRefusedAsAWhole() {
        Zipped zip = new Zipped();
        for (int i = 0; i < 6; i++) {
            zip.with(i + ".txt", "");
        }
        refused(zip.bytes(), "contains more than 5 files");
        assertThat(files).isEmpty();
    }

    @Test
    void aLargeCentralDirectoryIsRefusedBeforeItIsRead() {
        Zipped zip = new Zipped().withComment("a.md", "x".repeat(30_000)).withComment("b.md", "x".repeat(30_000));
        refused(zip.bytes(), "list of files");
    }

    @Test
    void aTooLargeTotalIsRefusedAsAWhole() {
        Zipped zip = new Zipped()
                .with("1.bin", noise(2 << 20))
                .with("2.bin", noise(2 << 20))
                .with("3.bin", noise(1));
        refused(zip.bytes(), "unpacks to more than 4 MiB");
    }

    @Test
    void refusedFilesCountTowardsTheTotal() {
        Zipped zip = new Zipped().with("1.bin", new byte[(3 << 20) + 5]).with("2.bin", new byte[(3 << 20) + 5]);
        refused(zip.bytes(), "unpacks to more than 4 MiB");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aTruncatedArchiveIsRefused(int tenths) {
        byte[] whole =
                new Zipped().with("a.md", "# A").with("b.bin", noise(1000)).bytes();
        refused(Arrays.copyOf(whole, whole.length * (tenths * 4 + 1) / 10), "not a ZIP archive, or it is damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "Just words", "%PDF-1.7"})
    void aFileThatIsNotAnArchiveIsRefused(String content) {
        refused(content.getBytes(StandardCharsets.UTF_8), "not a ZIP archive");
    }

    @Test
    void anEncryptedFileIsReported() throws Exception {
        byte[] archive = new Zipped()
                .with("secret.md", "# Secret")
                .with("good.md", "# Good")
                .bytes();
        // The flag is in the file's local header and in its entry of the central directory.
        archive[6] |= 1;
        archive[lastIndexOf(archive, "secret.md") - 46 + 8] |= 1;
        read(archive);
        assertThat(problems.get("secret.md")).contains("encrypted");
        assertThat(files).containsOnlyKeys("good.md");
    }

    @Test
    void aFileWithAWrongChecksumIsReportedAsDamaged() throws Exception {
        byte[] archive = new Zipped()
                .withStored("a.md", "# Damaged")
                .with("good.md", "# Good")
                .bytes();
        archive[lastIndexOf(archive, "Damaged")] = 'X';
        read(archive);
        assertThat(problems.get("a.md")).contains("damaged in the archive");
        assertThat(files).containsOnlyKeys("good.md");
    }

    @Test
    void namesInTheCharsetOfTheSpecificationAreRead() throws Exception {
        read(new Zipped("IBM437").with("Größen/Übersicht.md", "# A").with("café.md", "# B"));
        assertThat(files).containsOnlyKeys("Größen/Übersicht.md", "café.md");
        assertThat(problems).isEmpty();
        assertThat(hints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB18030 流程.md",
                "GB18030 操作手册/数据库备份流程和恢复说明.md",
                "windows-1251 Инструкция по восстановлению.md",
                "windows-1252 Größe und Höhe für Äpfel, déjà vu.md",
                "UTF-8 Übersicht.md"
            })
    void namesInAnotherCharsetAreGuessedAndReported(String charsetAndName) throws Exception {
        String charset = charsetAndName.substring(0, charsetAndName.indexOf(' '));
        String name = charsetAndName.substring(charset.length() + 1);
        read(new Zipped(charset).with(name, "# A"));
        assertThat(files).containsOnlyKeys(name);
        assertThat(problems).isEmpty();
        assertThat(hints.keySet()).containsExactlyElementsOf(charset.equals("UTF-8") ? Set.of() : Set.of(name));
    }

    @Test
    void backslashesSeparateFolders() throws Exception {
        read(new Zipped().with("kb\\index.md", "# A").with("kb/img\\a.png", "x"));
        assertThat(files).containsOnlyKeys("kb/index.md", "kb/img/a.png");
    }

    @Test
    void aNoteTakingProgramsFoldersAreLeftOutAndReportedOnce() throws Exception {
        read(new Zipped()
                .with(".obsidian/app.json", "{}")
                .with(".obsidian/plugins/x/README.md", "# Plugin")
                .with("a/.trash/old.md", "# Old")
                .with("a/trash/b.md", "# B"));
        assertThat(files).containsOnlyKeys("a/trash/b.md");
        assertThat(hints).containsOnlyKeys(".obsidian", "a/.trash");
        assertThat(hints.get(".obsidian")).contains("2 files");
    }

    @Test
    void anErrorOfTheConsumerIsNotReportedAsTheArchives() throws Exception {
        Path file = written(new Zipped().with("a.md", "# A").bytes());
        try (Archive archive = new Archive(file, SMALL)) {
            assertThatThrownBy(() -> archive.read(
                            taken -> {
                                throw new IllegalStateException("no database");
                            },
                            new FileNotes()))
                    .hasMessage("no database");
        }
    }

    private void read(Zipped zip) throws Exception {
        read(zip.bytes());
    }

    private void read(byte[] bytes) throws Exception {
        try (Archive archive = new Archive(written(bytes), SMALL)) {
            FileNotes notes = new FileNotes();
            archive.read(file -> files.put(file.path(), file.bytes()), notes);
            notes.problems().forEach(note -> problems.put(note.path(), note.message()));
            notes.hints().forEach(note -> hints.put(note.path(), note.message()));
        }
    }

    private void refused(byte[] bytes, String why) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(ArchiveRefused.class).hasMessageContaining(why);
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("test.zip"), bytes);
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static int lastIndexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }
}

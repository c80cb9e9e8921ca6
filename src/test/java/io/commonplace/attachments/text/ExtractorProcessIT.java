package io.commonplace.attachments.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The program of an image, with documents and with files that want to do harm. */
@Tag("thorough")
class ExtractorProcessIT {
    private static final Path PROGRAM =
            Path.of(System.getProperty("commonplace.data", "var"), "images", "newest", "extractor");

    private static final ExtractionLimits LIMITS = new ExtractionLimits(128, 60, 1_000);

    private static final String ENDLESS = "<html>" + "<div>".repeat(2_000_000);

    @TempDir
    private Path folder;

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("Word", SampleDocuments.docx("a heron"), "a heron"),
                Arguments.of("Excel", SampleDocuments.xlsx("a heron"), "Costs\na heron"),
                Arguments.of("PowerPoint", SampleDocuments.pptx("a heron"), "a heron"),
                Arguments.of("OpenDocument", SampleDocuments.odt("<text:p>a heron</text:p>"), "a heron"),
                Arguments.of("PDF", SampleDocuments.pdf("a heron"), "a heron"),
                Arguments.of("RTF", SampleDocuments.text("{\\rtf1\\ansi\\pard a {\\b heron}\\par}"), "a heron"),
                Arguments.of("HTML", SampleDocuments.text("<html><body><p>a&#32;heron<script>x"), "a heron"),
                Arguments.of("plain text", SampleDocuments.text("ein  großer\n\n\nReiher"), "ein großer\nReiher"),
                Arguments.of("nothing", new byte[0], ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void aDocumentIsRead(String kind, byte[] content, String text) throws Exception {
        assertThat(read(content, LIMITS)).isEqualTo(Extraction.read(text));
    }

    @Test
    void aLongTextIsCut() throws Exception {
        assertThat(read(SampleDocuments.text("heron ".repeat(1_000)), LIMITS).text())
                .hasSize(1_000)
                .startsWith("heron heron");
    }

    @Test
    void aDocumentThatUnpacksToMoreThanTheMemoryEndsItsProcess() throws Exception {
        assertThat(read(SampleDocuments.docxBomb(400), LIMITS).failure()).isEqualTo(ExtractionFailure.MEMORY);
    }

    @Test
    void anEntityDoesNotReadOtherFiles() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        byte[] document = SampleDocuments.docx(
                "<!DOCTYPE d [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                "<w:p><w:r><w:t>a&e;b</w:t></w:r></w:p>");
        assertThat(read(document, LIMITS).text()).doesNotContain("secret");
    }

    @Test
    void entitiesThatContainEachOtherAreRefused() throws Exception {
        StringBuilder type = new StringBuilder("<!DOCTYPE d [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            type.append("<!ENTITY e%d \"&e%d;&e%d;&e%d;\">".formatted(i, i - 1, i - 1, i - 1));
        }
        byte[] document = SampleDocuments.docx(type + "]>", "<w:p><w:r><w:t>&e29;</w:t></w:r></w:p>");
        assertThat(read(document, LIMITS).failure()).isEqualTo(ExtractionFailure.UNREADABLE);
    }

    @Test
    void aDamagedPdfFileIsUnreadable() throws Exception {
        byte[] garbage = new byte[3_000];
        new Random(1).nextBytes(garbage);
        System.arraycopy(SampleDocuments.pdf(""), 0, garbage, 0, 9);
        assertThat(read(garbage, LIMITS).failure()).isEqualTo(ExtractionFailure.UNREADABLE);
    }

    @Test
    void deepNestingEndsNothingButTheReading() throws Exception {
        byte[] sections =
                SampleDocuments.odt("<text:section>".repeat(300_000) + "x" + "</text:section>".repeat(300_000));
        assertThat(read(sections, LIMITS).failure()).isIn(null, ExtractionFailure.UNREADABLE);
        byte[] groups = SampleDocuments.text("{\\rtf1 " + "{".repeat(1_000_000));
        assertThat(read(groups, LIMITS).failure()).isIn(null, ExtractionFailure.UNREADABLE);
    }

    @Test
    void aFileThatTakesTooLongIsGivenUp() throws Exception {
        assertThat(read(SampleDocuments.text(ENDLESS), new ExtractionLimits(256, 6, 1_000))
                        .failure())
                .isEqualTo(ExtractionFailure.TIME);
    }

    @Test
    void aFileWithAPasswordSaysSo() throws Exception {
        try (InputStream content = ExtractorProcessIT.class.getResourceAsStream("protected.pdf")) {
            assertThat(read(content.readAllBytes(), LIMITS).failure()).isEqualTo(ExtractionFailure.ENCRYPTED);
        }
    }

    @Test
    void anArchiveIsNoDocument() throws Exception {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        assertThat(read(picture, LIMITS).failure()).isEqualTo(ExtractionFailure.UNSUPPORTED);
    }

    /** The kernel closes the pipe when the clone dies. */
    @Test
    void theProcessEndsWithItsCaller() throws Exception {
        Path file = Files.write(folder.resolve("file"), SampleDocuments.text(ENDLESS));
        Process process = new ProcessBuilder(List.of(
                        PROGRAM.resolve("run").toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "256",
                        "60",
                        "1000",
                        file.toString(),
                        folder.resolve("text").toString()))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(13);
    }

    private Extraction read(byte[] content, ExtractionLimits limits) throws IOException, InterruptedException {
        Path own = Files.createTempDirectory(folder, "own");
        return new ExtractorProcess(PROGRAM, limits).read(Files.write(own.resolve("file"), content));
    }
}

package io.commonplace.outside;

import static io.commonplace.outside.Import.saidOf;
import static io.commonplace.outside.Zip.aZip;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A problem with one file is reported with its name, and the good page beside it is imported. */
class HostileArchiveIT {
    private static final String GOOD = "# Good\n\nThis one is fine.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../outside.md        | leads out",
                "a/../../outside.md   | leads out",
                "/etc/cron.d/job.md   | absolute",
                "C:/Windows/a.md      | absolute",
                "what?.md             | some systems do not allow",
                "a<b>.md              | some systems do not allow",
                "ab:c.md              | some systems do not allow"
            })
    void aForbiddenNameIsReported(String name, String why) {
        JsonObject job =
                imported(aZip().with(name, "# Bad").with("good.md", GOOD).bytes());

        assertThat(saidOf(job, name)).contains(why);
    }

    @Test
    void aNameWithControlCharactersIsReportedLegibly() {
        JsonObject job = imported(
                aZip().with("a\u0007b.md", "# Bad").with("good.md", GOOD).bytes());

        assertThat(saidOf(job, "a\uFFFDb.md")).contains("characters that are not allowed");
    }

    @Test
    void aTooLongOrTooDeepNameIsReported() {
        String deep = "d/".repeat(40) + "a.md";
        String longName = "x".repeat(300) + ".md";

        JsonObject job = imported(aZip().with(deep, "# Bad")
                .with(longName, "# Bad")
                .with("good.md", GOOD)
                .bytes());

        assertThat(saidOf(job, deep)).contains("folders deep");
        assertThat(saidOf(job, longName)).isNotEmpty();
    }

    @Test
    void aSymbolicLinkIsReported() {
        JsonObject job = imported(aZip().withLink("passwords.md", "/etc/passwd")
                .with("good.md", GOOD)
                .bytes());

        assertThat(saidOf(job, "passwords.md")).contains("symbolic link");
    }

    @Test
    void aBombIsReportedByItsRatio() {
        JsonObject job = imported(aZip().with("bomb.bin", new byte[20 << 20])
                .with("good.md", GOOD)
                .bytes());

        assertThat(saidOf(job, "bomb.bin")).contains("times its size");
    }

    @Test
    void aPageThatIsTooLargeIsReported() {
        byte[] noise = new byte[2 << 20];
        new java.util.Random(1).nextBytes(noise);
        JsonObject job =
                imported(aZip().with("huge.md", noise).with("good.md", GOOD).bytes());

        assertThat(saidOf(job, "huge.md")).contains("larger than");
    }

    @Test
    void duplicateNamesAreReportedIgnoringCase() {
        JsonObject job = imported(aZip().with("twice.md", "# Once")
                .with("twice.md", "# Again")
                .with("Photo.png", new byte[] {1})
                .with("photo.PNG", new byte[] {2})
                .with("good.md", GOOD)
                .bytes());

        assertThat(saidOf(job, "twice.md")).contains("twice");
        assertThat(saidOf(job, "photo.PNG")).contains("differs from Photo.png only");
    }

    @Test
    void anotherEncodingGivesAHintAndBinaryIsReported() {
        JsonObject job = imported(aZip().with("old.md", "# Café".getBytes(StandardCharsets.ISO_8859_1))
                .with("binary.md", new byte[] {35, 32, 65, 0, 1, 2})
                .with("good.md", GOOD)
                .bytes());

        assertThat(job.toString()).contains("Windows-1252");
        assertThat(saidOf(job, "binary.md")).contains("not text");
    }

    @Test
    void anEncryptedFileIsReported() {
        byte[] archive =
                aZip().with("secret.md", "# Secret").with("good.md", GOOD).bytes();

        assertThat(saidOf(imported(Zip.encrypted(archive, "secret.md")), "secret.md"))
                .contains("encrypted");
    }

    @Test
    void tooManyFilesAreRefusedAsAWhole() {
        var zip = aZip();
        for (int i = 0; i < 200_001; i++) {
            zip.with("f" + i + ".txt", new byte[0]);
        }

        assertRefused(zip.bytes(), "more than 200,000 files");
    }

    @Test
    void aTruncatedArchiveIsRefusedAsAWhole() {
        byte[] whole =
                aZip().with("good.md", GOOD).with("other.md", GOOD.repeat(50)).bytes();

        assertRefused(Arrays.copyOf(whole, whole.length / 2), "damaged");
    }

    @Test
    void anArchiveWithoutAnyValidFileIsRefusedWithReasons() {
        byte[] archive = aZip().with("../outside.md", "# Bad")
                .with("binary.md", new byte[] {35, 32, 65, 0, 1, 2})
                .bytes();

        JsonObject job = assertRefused(archive, "no files to import");

        assertThat(saidOf(job, "../outside.md")).contains("leads out");
        assertThat(saidOf(job, "binary.md")).contains("not text");
        Visitor administrator = Visitor.administrator();
        assertThat(administrator
                        .get("/jobs/" + job.getInt("id"))
                        .page()
                        .select("[aria-labelledby=problems] td:first-child"))
                .extracting(Element::text)
                .containsExactly("All files", "../outside.md", "binary.md");
        assertThat(administrator.get("/jobs").body()).contains("no files to import");
    }

    @Test
    void backslashesSeparateFolders() {
        Space space = Space.named("backslashes");
        JsonObject job = Import.start(
                        space,
                        aZip().with("kb\\index.md", "# Start\n\n[Setup](guide/setup.md) ![p](img/a.png)")
                                .with("kb\\guide\\", "")
                                .with("kb\\guide\\setup.md", "# Setup")
                                .with("kb\\img\\a.png", new byte[] {1})
                                .bytes())
                .end();

        assertThat(job.getString("state")).isEqualTo("DONE");
        assertThat(job.getJsonArray("notes")).isEmpty();
        assertThat(Pages.in(space)).containsOnlyKeys("", "guide", "guide/setup");
    }

    @Test
    void aFileThatMayHoldPagesGivesAHint() {
        JsonObject job =
                imported(aZip().with("part-1.zip", aZip().with("a.md", "# A").bytes())
                        .with("intro.mdx", "# Intro")
                        .with("good.md", GOOD)
                        .bytes());

        assertThat(Import.notes(job, "hint"))
                .extracting(note -> note.getString("subject"))
                .containsExactly("intro.mdx", "part-1.zip");
    }

    @Test
    void aFileThatIsDamagedInTheArchiveIsReported() {
        byte[] archive = aZip().with("damaged.md", "# Damaged\n\n" + "Some text. ".repeat(100))
                .with("good.md", GOOD)
                .bytes();
        // The first file's compressed bytes begin after its header and name.
        Arrays.fill(archive, 30 + "damaged.md".length() + 2, 30 + "damaged.md".length() + 12, (byte) 0xFF);

        assertThat(saidOf(imported(archive), "damaged.md")).contains("damaged");
    }

    @Test
    void aFileThatIsNotAZipIsRefusedBeforeAJobExists() {
        Answer answer = Import.upload(Space.named("none"), "Just words".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.body()).contains("This file is not a ZIP archive");
    }

    /** The job, which has failed and shows this reason first. */
    private static JsonObject assertRefused(byte[] archive, String reason) {
        JsonObject job = Import.start(Space.named("refused"), archive).end();
        assertThat(job.getString("state")).isEqualTo("FAILED");
        assertThat(job.getString("message")).contains(reason);
        assertThat(job.getJsonArray("notes").getJsonObject(0).getString("subject"))
                .isEmpty();
        assertThat(saidOf(job, "")).contains(reason);
        return job;
    }

    /** The job; the page good.md was imported, and nothing unexpected. */
    private static JsonObject imported(byte[] archive) {
        Space space = Space.named("hostile");
        JsonObject job = Import.start(space, archive).end();
        assertThat(job.getString("state")).isEqualTo("DONE");
        assertThat(Visitor.administrator().get(space.href("good")).prose()).isEqualTo("This one is fine.");
        assertThat(Pages.in(space).keySet()).noneMatch(path -> path.contains("bad") || path.contains("passw"));
        return job;
    }
}

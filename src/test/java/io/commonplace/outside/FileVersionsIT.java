package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Versions, names and the trash of files, and how they are shown, in a browser. */
class FileVersionsIT {
    private static Browser browser;

    private final Visitor writer = Visitor.administrator();
    private final Space space = Space.make(writer, "versions");

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void addAFile() {
        space.create(writer, "runbook", "See [the notes](notes.txt).");
        Files.add(writer, list(), "notes.txt", "first");
    }

    @Test
    void aFileIsReplacedAndAnOldVersionIsRestoredByTheKeyboard() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(list());
            link(page, "Details notes.txt").click();
            page.locator("#upload").setInputFiles(new FilePayload("new notes.txt", "text/plain", bytes("second")));
            button(page, "Upload new version").click();
            assertThat(page.locator(".notice-success")).containsText("Stored a new version of notes.txt.");
            assertThat(page.locator("tbody tr")).hasCount(2);

            link(page, "Restore version 1").focus();
            page.keyboard().press("Enter");
            button(page, "Restore").focus();
            page.keyboard().press("Enter");

            assertThat(page.locator("tbody tr")).hasCount(3);
            assertThat(page.locator("tbody tr").first()).containsText("Restored from version 1");
            Assertions.assertThat(writer.get(link(page, "Download version 2").getAttribute("href"))
                            .body())
                    .isEqualTo("second");
            page.navigate("/history?space=" + space.slug() + "&page=runbook");
            assertThat(page.locator("tbody")).containsText("Replaced the file notes.txt by version 2");
            assertThat(page.locator("tbody")).containsText("Restored version 1 of the file notes.txt");
        }
        Assertions.assertThat(writer.get(linkOnThePage()).body()).isEqualTo("first");
    }

    @Test
    void aPageIsShownAsItWasWithTheFilesOfThen() {
        LocalDateTime then = LocalDateTime.now(ZoneOffset.UTC);
        space.save(writer, "runbook", "Nothing here any more.");
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(details());
            page.locator("#upload").setInputFiles(new FilePayload("notes.txt", "text/plain", bytes("second")));
            button(page, "Upload new version").click();
            assertThat(page.locator(".notice-success")).containsText("Stored a new version");

            page.navigate("/history?space=" + space.slug() + "&page=runbook");
            page.getByLabel("The page at this time (UTC)").fill("2001-01-01T00:00");
            button(page, "Show").click();
            assertThat(page.locator("main")).containsText("The page had no text yet at that time.");
            page.navigate("/history/space?space=" + space.slug() + "&at=" + then);
            page.locator("tbody th a").click();

            Locator link = page.locator(".prose").getByText("the notes");
            Assertions.assertThat(writer.get(link.getAttribute("href")).body()).isEqualTo("first");
            assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Files at that time")))
                    .containsText("version 1");
        }
    }

    @Test
    void aFileIsReplacedByDroppingItIntoTheTextAgain() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(space.editing("runbook"));
            page.locator(".add-files input").setInputFiles(new FilePayload("notes.txt", "text/plain", bytes("second")));
            assertThat(page.locator(".add-files [role=status]")).hasText("Stored a new version of notes.txt");
        }
        Assertions.assertThat(writer.get(linkOnThePage()).body()).isEqualTo("second");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsSent() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(list());
            Locator upload = page.locator("#upload");
            upload.evaluate("input => (input.dataset.max = 3)");
            upload.setInputFiles(new FilePayload("large.txt", "text/plain", bytes("four")));
            Assertions.assertThat(upload.evaluate("input => input.validationMessage"))
                    .isEqualTo("large.txt is too large.");
            upload.setInputFiles(new FilePayload("small.txt", "text/plain", bytes("one")));
            Assertions.assertThat(upload.evaluate("input => input.validationMessage"))
                    .isEqualTo("");
        }
    }

    @Tag("thorough")
    @Test
    void aRenamedFileIsStillLinked() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(details());
            link(page, "Rename").click();
            page.getByLabel("Name").fill("notes.pdf");
            button(page, "Rename").click();
            assertThat(page.locator("#name-error")).containsText("Keep the ending .txt");
            page.getByLabel("Name").fill("notes of the night shift.txt");
            button(page, "Rename").click();
            assertThat(page.locator("h1")).hasText("notes of the night shift.txt");
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> Assertions.assertThat(linkOnThePage()).endsWith("/notes%20of%20the%20night%20shift.txt"));
        Assertions.assertThat(writer.get(linkOnThePage()).body()).isEqualTo("first");
    }

    @Test
    void aDeletedFileSaysWhereItIsUsedAndIsRestored() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(details());
            link(page, "Delete").click();
            assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Used on")))
                    .containsText("runbook");
            button(page, "Move to the trash").click();
            assertThat(page.locator(".notice-success")).containsText("Moved notes.txt to the trash.");
            assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Deleted files")))
                    .containsText("notes.txt");

            link(page, "Undo").click();
            button(page, "Restore").click();
            assertThat(page.locator(".notice-success")).containsText("Restored notes.txt, with all versions.");
            await("the links of the page to be looked at again")
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> {
                        page.reload();
                        Assertions.assertThat(page.locator("#used + ul").allTextContents())
                                .anyMatch(pages -> pages.contains("runbook"));
                    });
        }
        Assertions.assertThat(writer.get(linkOnThePage()).body()).isEqualTo("first");
    }

    @Tag("thorough")
    @Test
    void aFileIsDeletedPermanentlyFromTheTrashOfTheSpace() {
        String details = details();
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(details.replace("/file?", "/file/delete?"));
            button(page, "Move to the trash").click();
            page.navigate(space.trash());
            link(page, "Delete permanently notes.txt").click();
            assertThat(page.locator(".notice-error")).containsText("It can’t be undone.");
            button(page, "Delete permanently").click();
            assertThat(page.locator(".empty")).containsText("The trash is empty");
        }
        Assertions.assertThat(writer.get(details).status()).isEqualTo(404);
    }

    @Test
    void aPictureOfAPageIsShownLargeAndTheFocusComesBack() {
        Files.add(
                writer,
                list(),
                "plan.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"300\"><rect width=\"400\" height=\"300\"/></svg>");
        space.save(writer, "runbook", "![The plan](plan.svg)");
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(space.href("runbook"));
            Locator picture = button(page, "Enlarge The plan");
            picture.focus();
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("The plan")))
                    .isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog[open]")).hasCount(0);
            assertThat(picture).isFocused();
        }
    }

    @Tag("thorough")
    @Test
    void soundIsPlayedOnThePageAboutTheFile() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(list());
            page.locator("#upload").setInputFiles(new FilePayload("gong.wav", "audio/wav", silence()));
            button(page, "Upload").click();
            link(page, "Details gong.wav").click();
            page.waitForFunction("() => document.querySelector('audio').readyState > 0");
        }
    }

    /** A tenth of a second, as a WAV file of 8 bits and 8 kHz. */
    private static byte[] silence() {
        int samples = 800;
        ByteBuffer wav = ByteBuffer.allocate(44 + samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(bytes("RIFF")).putInt(36 + samples).put(bytes("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(8000).putShort((short) 1);
        wav.putShort((short) 8).put(bytes("data")).putInt(samples);
        Arrays.fill(wav.array(), 44, wav.capacity(), (byte) 128);
        return wav.array();
    }

    private String list() {
        return "/attachments?space=" + space.slug() + "&page=runbook";
    }

    private String details() {
        return writer.get(list()).page().select("tbody a[href^=/file?id=]").attr("href");
    }

    private String linkOnThePage() {
        return writer.get(space.href("runbook")).page().select(".prose a").attr("href");
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

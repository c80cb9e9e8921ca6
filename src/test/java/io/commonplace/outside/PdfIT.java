package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.commonplace.attachments.text.SampleDocuments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A PDF in the browser's viewer, on the page about the file. */
class PdfIT {
    private static final String PDF =
            new String(SampleDocuments.pdf("The plan of the house"), StandardCharsets.ISO_8859_1);

    private final Visitor writer = Visitor.administrator();
    private final Space space = Space.make(writer, "pdf");

    @BeforeEach
    void addAPage() {
        space.create(writer, "house", "See [the plan](plan.pdf).");
    }

    @Test
    void aPdfIsShownInItsPlaceWhenOneWantsToSeeIt() {
        Files.add(writer, list(), "plan.pdf", PDF);
        try (Browser browser = new Browser();
                BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            List<String> requests = new CopyOnWriteArrayList<>();
            List<String> errors = new CopyOnWriteArrayList<>();
            page.onRequest(request -> requests.add(request.url()));
            page.onConsoleMessage(message -> errors.add(message.text()));
            page.navigate(details());
            Locator frame = page.getByTitle("plan.pdf");
            assertThat(frame).isHidden();
            assertThat(requests).noneMatch(PdfIT::isTheFile);

            page.getByText("Show here").press("Enter");

            assertThat(frame).isVisible();
            page.waitForCondition(() -> page.frames().stream().anyMatch(PdfIT::isTheViewer));
            assertThat(requests).anyMatch(PdfIT::isTheFile);
            assertThat(errors).isEmpty();
            Browser.takePicture(page, "file-pdf");
            Locator download = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download"));
            assertThat(page.waitForDownload(() -> download.click()).suggestedFilename())
                    .isEqualTo("plan.pdf");
        }
    }

    @Test
    void onlyAPdfMayBeInAFrameAndOnlyOfThisSite() {
        Files.add(writer, list(), "plan.pdf", PDF);
        Answer pdf = writer.get(file());
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(pdf.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'self'");
        assertThat(pdf.response().headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
    }

    @Test
    void anotherFileMayBeInNoFrame() {
        Files.add(writer, list(), "plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Answer picture = writer.get(file());
        assertThat(picture.header("Content-Security-Policy")).startsWith("sandbox");
        assertThat(picture.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(writer.get(details()).page().select("iframe")).isEmpty();
    }

    private static boolean isTheFile(String address) {
        return address.endsWith("/plan.pdf");
    }

    private static boolean isTheViewer(com.microsoft.playwright.Frame frame) {
        return frame.url().startsWith("chrome-extension://");
    }

    private String list() {
        return "/attachments?space=" + space.slug() + "&page=house";
    }

    private String file() {
        return writer.get(list()).page().expectFirst("tbody th a").attr("href");
    }

    private String details() {
        return writer.get(list()).page().expectFirst("tbody a[href^=/file?id=]").attr("href");
    }
}

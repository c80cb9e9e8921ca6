package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Common tasks in a real browser. */
class BrowserIT {
    private static final Pattern DONE = Pattern.compile("/jobs/\\d+");
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aPageIsWrittenWithAPreviewAndChanged() {
        Space space = Space.make(Visitor.administrator(), "typed");
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(space.href());
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New page"))
                    .click();
            page.getByLabel("Title").fill("Notes");
            TextEditor.in(page).fill("Some *first* notes");
            assertThat(page.locator(".preview em, [data-part=preview] em, .prose em")
                            .first())
                    .hasText("first");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create page"))
                    .click();
            assertThat(page.locator(".prose:not(.preview) em")).hasText("first");

            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Edit").setExact(true))
                    .click();
            TextEditor.in(page).fill("Some *second* notes");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                    .click();
            assertThat(page.locator(".prose:not(.preview) em")).hasText("second");
        }
    }

    @Test
    void progressIsPushedFromAnyClone() {
        for (String clone : Cluster.CLONES) {
            try (BrowserContext window = browser.administrator()) {
                window.addCookies(
                        List.of(new com.microsoft.playwright.options.Cookie("CLONE", clone).setUrl(Cluster.url())));
                Page page = window.newPage();
                AtomicInteger pushed = new AtomicInteger();
                page.onWebSocket((WebSocket socket) -> socket.onFrameReceived(frame -> pushed.incrementAndGet()));
                watchAnImport(page);

                assertThat(pushed.get())
                        .as("messages over the WebSocket of " + clone)
                        .isGreaterThan(2);
            }
        }
    }

    @Tag("thorough")
    @Test
    void progressIsPolledWhereWebSocketsAreBlocked() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.routeWebSocket(Pattern.compile(".*/live/.*"), socket -> socket.close());
            AtomicInteger polled = new AtomicInteger();
            page.onResponse(response -> {
                if (response.url().endsWith("/status") && response.ok()) {
                    polled.incrementAndGet();
                }
            });

            watchAnImport(page);

            assertThat(polled.get()).as("times that the page asked").isPositive();
        }
    }

    /** Uploads in the browser and waits, without further input, until the page shows that the job is done. */
    private static void watchAnImport(Page page) {
        Space space = Space.named("watched");
        page.navigate("/import");
        page.locator("summary")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("new space"))
                .first()
                .click();
        page.locator("#name").fill("Watched");
        page.locator("#slug").fill(space.slug());
        page.getByLabel("ZIP archive")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "watched.zip", "application/zip", Zip.ofPages(300).bytes()));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload and import"))
                .click();
        page.waitForURL(DONE);
        assertThat(page.locator("[data-part=stateText]"))
                .hasText(
                        "Done",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(180_000));
        assertThat(page.locator("[data-part=done]")).hasText(Pattern.compile("30\\d"));
    }
}

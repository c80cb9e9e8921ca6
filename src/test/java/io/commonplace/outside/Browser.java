package io.commonplace.outside;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, headless. */
final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        // The sandbox doesn't start as root, which CI uses; the browser opens only the test's own
                        // pages.
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** A window without cookies. */
    BrowserContext stranger(int width, ColorScheme colours) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(Cluster.url())
                .setViewportSize(width, 900)
                .setColorScheme(colours));
        context.setDefaultTimeout(60_000);
        return context;
    }

    /** A window on another site, which accepts any certificate. */
    BrowserContext at(String site) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(site)
                .setIgnoreHTTPSErrors(true));
        context.setDefaultTimeout(60_000);
        return context;
    }

    /** A window that runs no scripts, of the person who is signed in in the other one. */
    BrowserContext withoutScripts(BrowserContext signedIn) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(Cluster.url())
                .setJavaScriptEnabled(false)
                .setStorageState(signedIn.storageState()));
        context.setDefaultTimeout(60_000);
        return context;
    }

    /** A window in which the administrator is signed in. */
    BrowserContext administrator(int width, ColorScheme colours) {
        BrowserContext context = stranger(width, colours);
        try (Page page = context.newPage()) {
            signIn(page);
        }
        return context;
    }

    BrowserContext administrator() {
        return administrator(1280, ColorScheme.LIGHT);
    }

    static void signIn(Page page) {
        signIn(page, Cluster.password(), Cluster.url());
    }

    static void signIn(Page page, String password, String site) {
        page.navigate("/login");
        page.getByLabel("Name").fill("admin");
        page.getByLabel("Password").fill(password);
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL(site + "/");
    }

    static void takePicture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** html: may be empty. text: the same as plain text. */
    static void paste(Locator editor, String html, String text) {
        editor.evaluate("""
                (editor, [html, text]) => {
                  const clipboardData = new DataTransfer();
                  if (html) clipboardData.setData("text/html", html);
                  clipboardData.setData("text/plain", text);
                  editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
                }""", new Object[] {html, text});
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}

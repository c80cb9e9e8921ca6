package io.commonplace.outside;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * The handbook's pictures of what a test does, taken while it does it. They are left in {@code target/screenshots} unless
 * the property {@code commonplace.pictures} names the handbook's own folder.
 */
record Pictures(String subject) {
    private static final Path FOLDER = Path.of(System.getProperty("commonplace.pictures", "target/screenshots"));

    /** As much of the page as the window shows. */
    void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file(name)));
    }

    void take(Locator part, String name) {
        part.screenshot(new Locator.ScreenshotOptions().setPath(file(name)));
    }

    private Path file(String name) {
        return FOLDER.resolve(subject + "-" + name + ".png");
    }
}

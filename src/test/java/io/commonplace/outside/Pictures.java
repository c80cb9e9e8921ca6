package io.commonplace.outside;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Takes the handbook's screenshots during a test. They go to {@code target/screenshots}, unless the property {@code
 * commonplace.pictures} names the handbook's folder.
 */
record Pictures(String subject) {
    private static final Path FOLDER = Path.of(System.getProperty("commonplace.pictures", "target/screenshots"));

    /** The visible part of the page. */
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

package io.commonplace.outside;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The editor that a script puts in the place of the form's text area. */
final class TextEditor {
    private TextEditor() {}

    /**
     * Where people type. Found by its label alone, it could be the text area still, which is hidden a moment later: Playwright
     * would wait until that is visible again.
     */
    static Locator in(Page page) {
        return page.getByLabel("Text (Markdown)").and(page.locator("[contenteditable]"));
    }
}

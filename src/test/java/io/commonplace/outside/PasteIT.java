package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pasting into the Markdown editor. {@link RichTextIT} has the kinds of text. */
class PasteIT {
    private static Browser browser;

    private final Visitor administrator = Visitor.administrator();
    private final Space space = Space.make(administrator, "paste");
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private BrowserContext window;
    private Page page;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void openEditor() {
        space.create(administrator, "page", "Before");
        window = browser.administrator();
        page = window.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(space.editing("page"));
        TextEditor.in(page).click();
        page.keyboard().press("Control+End");
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void aDocumentIsPastedAsMarkdownAndTakenBackByOneUndo() {
        page.keyboard().type("!");
        paste(RichTextIT.sample("word.html"), "Night shift");
        assertThat(markdown())
                .hasValue("Before!\n\n" + RichTextIT.sample("word.md").strip());
        assertThat(notice()).containsText("Pictures in it were left out");
        assertThat(page.locator(".preview h2")).containsText("Before you begin");

        page.keyboard().press("Control+z");
        assertThat(markdown()).hasValue("Before!");
    }

    @Test
    void wordsArePastedIntoTheLine() {
        paste("<p> and <b>bold</b></p>", "and bold");
        assertThat(markdown()).hasValue("Beforeand **bold**");
        page.keyboard().type(" after");
        assertThat(markdown()).hasValue("Beforeand **bold** after");
        page.keyboard().press("Control+z");
        assertThat(markdown()).hasValue("Beforeand **bold**");
    }

    @Test
    void whatIsTypedWhileItIsReadStandsBehindIt() {
        List<Route> held = new ArrayList<>();
        page.route("**/rich-text.js*", held::add);
        page.waitForRequest("**/rich-text.js*", () -> paste("<p>and <b>bold</b></p>", "and bold"));
        page.keyboard().type(" after");
        held.get(0).resume();
        assertThat(markdown()).hasValue("Beforeand **bold** after");
    }

    @Test
    void onlyRichTextLoadsTheScriptThatReadsIt() {
        paste("", " *as it is*");
        assertThat(markdown()).hasValue("Before *as it is*");
        Assertions.assertThat(requests).noneMatch(PasteIT::isTheScript);

        paste(RichTextIT.sample("code-editor.html"), " const a = 1;");
        assertThat(markdown()).hasValue("Before *as it is* const a = 1;");
        Assertions.assertThat(requests).filteredOn(PasteIT::isTheScript).hasSize(1);
    }

    @Test
    void codeStaysPlainText() {
        page.keyboard().press("Control+a");
        page.keyboard().type("```\n");
        paste("<p>a <b>b</b></p>", "a b");
        // The editor has closed the fence.
        assertThat(markdown()).hasValue("```\na b```");
    }

    @Test
    void tooMuchIsPastedWithoutItsFormatting() {
        paste("<b>a</b>" + " ".repeat(2 << 20), " a");
        assertThat(markdown()).hasValue("Before a");
        assertThat(notice()).containsText("only the text was pasted");

        paste("", "b");
        assertThat(notice()).isEmpty();
    }

    @Test
    void withoutTheScriptTheTextIsPasted() {
        page.route("**/rich-text.js*", route -> route.abort());
        paste("<b>a</b>", " a");
        assertThat(markdown()).hasValue("Before a");
    }

    private static boolean isTheScript(String address) {
        return address.contains("/assets/rich-text.js");
    }

    private void paste(String html, String text) {
        Browser.paste(page.locator(".cm-content"), html, text);
    }

    private Locator markdown() {
        return page.locator("#markdown");
    }

    private Locator notice() {
        return page.locator(".paste-notice");
    }
}

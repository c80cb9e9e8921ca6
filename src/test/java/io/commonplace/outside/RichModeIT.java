package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writing rich text on the site. {@link RichEditorIT} has what becomes of the Markdown. */
class RichModeIT {
    /** One white dot. */
    private static final FilePayload PICTURE = new FilePayload(
            "a picture.png",
            "image/png",
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsVnyngAAAABJRU5ErkJggg=="));

    private static Browser browser;

    private final Visitor administrator = Visitor.administrator();
    private final Space space = Space.make(administrator, "rich");
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
        space.create(administrator, "Way back", "How to roll back");
        space.create(administrator, "page", "* Before\n\n<details>\nHidden\n</details>");
        window = browser.administrator();
        page = window.newPage();
        page.navigate(space.editing("page"));
        richText().click();
        text().waitFor();
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void whatIsWrittenIsSavedAndTheChoiceIsKept() {
        page.keyboard().press("Control+Home");
        page.keyboard().type("Now and ");
        assertThat(markdown()).hasValue("* Now and Before\n\n<details>\nHidden\n</details>");

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
        page.waitForURL("**/page");
        assertThat(page.locator("article, .prose").first()).containsText("Now and Before");

        page.navigate(space.editing("page"));
        assertThat(text()).containsText("Now and Before");
        assertThat(richText()).hasAttribute("aria-pressed", "true");

        richText().click();
        assertThat(text()).hasCount(0);
        assertThat(TextEditor.in(page)).containsText("* Now and Before");
    }

    @Test
    void thePreviewRestsMeanwhile() {
        List<String> previews = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("/preview?")) {
                previews.add(request.url());
            }
        });
        page.keyboard().type("Seen ");
        // Twice as long as the preview waits for the next letter.
        page.waitForTimeout(800);
        Assertions.assertThat(previews).isEmpty();

        richText().click();
        assertThat(page.locator(".preview")).containsText("Seen");
    }

    @Test
    void pressedTwiceTheButtonOpensOneEditor() {
        richText().click();
        page.locator(".toolbar [data-command=rich]").evaluate("button => { button.click(); button.click(); }");
        assertThat(text()).hasCount(1);
    }

    @Test
    void aLinkToAPageIsSuggested() {
        page.locator(".toolbar [data-command=link]").click();
        page.keyboard().press("Control+a");
        page.keyboard().type("way");
        page.getByRole(AriaRole.OPTION).first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(markdown()).hasValue("* [Before](" + space.href("way-back") + ")\n\n<details>\nHidden\n</details>");
    }

    @Test
    void aFileIsAddedWhereTheCursorIs() {
        page.keyboard().press("End");
        page.setInputFiles(".add-files input", PICTURE);
        assertThat(text().getByAltText("a picture")).hasAttribute("src", Pattern.compile("/files/.*"));
    }

    @Test
    void everythingIsAccessibleAlsoOnANarrowScreen() {
        page.setViewportSize(320, 700);
        page.locator(".toolbar [data-command=table]").click();
        page.keyboard().press("Enter");
        Assertions.assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        Assertions.assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                .isEqualTo(320);
    }

    private Locator richText() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rich text"));
    }

    private Locator text() {
        return page.locator(".ProseMirror");
    }

    private Locator markdown() {
        return page.locator("textarea.editor-text");
    }
}

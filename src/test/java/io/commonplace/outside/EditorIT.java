package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Markdown editor in a real browser. */
class EditorIT {
    private static Browser browser;

    private final Visitor administrator = Visitor.administrator();
    private final Space space = Space.make(administrator, "editor");
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
        space.create(administrator, "page", "Before");
        window = browser.administrator();
        page = window.newPage();
        page.navigate(space.editing("page"));
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Tag("thorough")
    @Test
    void anEnterContinuesAList() {
        replaceWith("- one");
        page.keyboard().press("Enter");
        page.keyboard().type("two");

        assertThat(markdown()).hasValue("- one\n- two");
    }

    @Tag("thorough")
    @Test
    void keysMarkWordsAndLines() {
        replaceWith("word");
        page.keyboard().press("Control+b");
        assertThat(markdown()).hasValue("**word**");
        page.keyboard().press("Control+Shift+8");
        assertThat(markdown()).hasValue("- **word**");
        page.keyboard().press("Control+Shift+8");
        page.keyboard().press("Control+b");
        assertThat(markdown()).hasValue("word");
    }

    @Tag("thorough")
    @Test
    void theToolbarIsUsedWithTheKeyboard() {
        replaceWith("word");
        page.keyboard().press("Shift+Tab");
        assertThat(page.locator(".toolbar [data-command=rich]")).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(button("Bold")).isFocused();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(button("Heading")).isFocused();
        page.keyboard().press("Enter");

        assertThat(text()).isFocused();
        assertThat(markdown()).hasValue("## word");
    }

    @Test
    void aTableOfTheChosenSizeIsInserted() {
        button("Table").click();
        page.getByLabel("Columns: 3, rows: 2").click();
        page.keyboard().type("Name");

        assertThat(markdown())
                .hasValue("Before\n\n| Name | Column 2 | Column 3 |\n| --- | --- | --- |\n"
                        + "|          |          |          |\n".repeat(2));
    }

    @Tag("thorough")
    @Test
    void theSizeOfATableIsChosenWithTheKeyboard() {
        replaceWith("");
        page.keyboard().press("Delete");
        button("Table").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
        assertThat(button("Table")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");

        assertThat(text()).isFocused();
        assertThat(markdown()).hasValue("| Column 1 | Column 2 |\n| --- | --- |\n|          |          |\n");
    }

    @Test
    void tabLeavesTheText() {
        text().click();
        page.keyboard().press("Tab");

        assertThat(text()).not().isFocused();
        assertThat(markdown()).hasValue("Before");
    }

    @Tag("thorough")
    @Test
    void theKeysAreListed() {
        button("Keys").click();

        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Keys"));
        assertThat(dialog).containsText("Leave the text");
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        page.keyboard().press("?");
        assertThat(dialog).isVisible();
    }

    @Tag("thorough")
    @Test
    void theSearchSpeaksAsThePageDoes() {
        text().click();
        page.keyboard().press("Control+f");

        assertThat(page.locator(".cm-search")).containsText("Regular expression");
        assertThat(page.locator(".cm-search")).containsText("Whole words");
    }

    @Test
    void bracketsSuggestPages() {
        replaceWith("See [[Way");
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText("Way back"))
                .first()
                .click();

        assertThat(markdown()).hasValue("See [[/way-back|Way back]]");
        page.locator("#save").click();
        assertThat(page.locator(".prose:not(.preview) a[href$=way-back]")).hasText("Way back");
    }

    @Test
    void aSlashAtTheBeginningOfALineOpensAMenu() {
        replaceWith("See a/war");
        page.keyboard().press("Enter");
        page.keyboard().type("/num");
        choose("Numbered list");
        page.keyboard().type("first");
        for (int times = 0; times < 3; times++) {
            page.keyboard().press("Enter");
        }
        page.keyboard().type("/war");
        choose("Warning");
        page.keyboard().type("Careful");

        assertThat(markdown()).hasValue("See a/war\n1. first\n\n> [!WARNING]\n> Careful");
    }

    private void choose(String label) {
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(label))
                .click();
    }

    @Test
    void anAtSignSuggestsPeople() {
        Person person = Person.make(administrator);
        replaceWith("Ask @" + person.name().substring(0, 6));
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(person.name()))
                .first()
                .click();

        String search = "/search?q=&by=" + person.name();
        assertThat(markdown()).hasValue("Ask [" + person.name() + "](" + search + ")");
        page.locator("#save").click();
        assertThat(page.locator(".prose:not(.preview) a")).hasText(person.name());
        assertThat(page.locator(".prose:not(.preview) a")).hasAttribute("href", search);
    }

    @Tag("thorough")
    @Test
    void nobodyIsSuggestedInAnAddressOrInCode() {
        Person person = Person.make(administrator);
        String beginning = "@" + person.name().substring(0, 6);
        replaceWith("me" + beginning + " `code " + beginning);
        page.waitForTimeout(1_000);
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(0);

        replaceWith(beginning);
        assertThat(page.getByRole(AriaRole.OPTION)).not().hasCount(0);
    }

    @Test
    void thePageShowsNoErrorAndKeepsToItsPolicy() {
        List<String> errors = new java.util.concurrent.CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.navigate(space.editing("page"));
        text().click();
        page.keyboard().type("# Typed with **marks** and [[");
        page.keyboard().press("Control+f");
        assertThat(page.locator(".cm-search")).isVisible();

        Assertions.assertThat(errors).isEmpty();
    }

    @Test
    void withoutAScriptTheTextAreaWorks() {
        try (BrowserContext plain = browser.withoutScripts(window)) {
            Page simple = plain.newPage();
            simple.navigate(space.editing("page"));
            assertThat(simple.locator(".toolbar")).isHidden();
            simple.getByLabel("Text (Markdown)").fill("Typed without a script");
            simple.locator("#save").click();
            assertThat(simple.locator(".prose")).hasText("Typed without a script");
        }
    }

    @Test
    void aConflictIsSolvedInTheBrowser() {
        replaceWith("Mine");
        space.save(administrator, "page", "Theirs");
        page.locator("#save").click();
        assertThat(page.locator(".conflict")).hasCount(1);
        Browser.takePicture(page, "edit-conflict");
        page.getByLabel("Keep both").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Combine"))
                .click();
        assertThat(markdown()).hasValue("Mine Theirs");
        Browser.takePicture(page, "edit-merged");
        page.locator("#save").click();

        assertThat(page.locator(".prose:not(.preview)")).hasText("Mine Theirs");
    }

    private void replaceWith(String typed) {
        text().click();
        page.keyboard().press("Control+a");
        page.keyboard().type(typed);
    }

    private Locator text() {
        return TextEditor.in(page);
    }

    private Locator markdown() {
        return page.locator("#markdown");
    }

    private Locator button(String name) {
        return page.locator(".toolbar").getByLabel(name, new Locator.GetByLabelOptions().setExact(true));
    }
}

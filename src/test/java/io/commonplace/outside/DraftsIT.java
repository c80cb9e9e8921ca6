package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Drafts in a real browser. */
class DraftsIT {
    private static final double PATIENCE_MS = 60_000;
    private static Browser browser;

    private final Visitor administrator = Visitor.administrator();

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @AfterEach
    void thePrimaryIsBack() {
        Cluster.wake(Cluster.primary());
        Cluster.awaitWhole();
    }

    @Test
    void aDraftIsStoredOfferedRestoredAndDiscardedAfterASave() {
        Space space = aPage("kept");
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(space.editing("page"));
            type(page, "Typed and never saved");
            assertThat(kept(page)).containsText("Draft saved");
            page.navigate("/");
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();

            page.navigate(space.editing("page"));
            assertThat(page.locator("#markdown")).hasValue("Before");
            assertThat(page.locator(".draft-offer")).containsText("made from revision 1");
            Browser.takePicture(page, "draft-offered");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Restore"))
                    .click();
            assertThat(page.locator("#markdown")).hasValue("Typed and never saved");
            save(page);
            assertThat(page.locator(".prose:not(.preview)")).hasText("Typed and never saved");

            page.navigate(space.editing("page"));
            assertThat(page.locator(".draft-offer")).hasCount(0);
        }
    }

    @Tag("thorough")
    @Test
    void anOutdatedDraftIsMergedWithTheCurrentPage() {
        Space space = aPage("outdated");
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(space.editing("page"));
            type(page, "Mine");
            assertThat(kept(page)).containsText("Draft saved");
            page.navigate("/");
            space.save(administrator, "page", "Theirs");

            page.navigate(space.editing("page"));
            assertThat(page.locator(".draft-offer")).containsText("at revision 2");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Restore"))
                    .click();
            assertThat(page.locator(".conflict mark")).hasText(new String[] {"Mine", "Theirs"});
            assertThat(page.locator(".notices")).containsText("it is at revision 2");
            Browser.takePicture(page, "draft-outdated");
        }
    }

    @Tag("thorough")
    @Test
    void newTextDoesNotOverwriteAnEarlierDraft() {
        Space space = aPage("earlier");
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(space.editing("page"));
            type(page, "The earlier draft");
            assertThat(kept(page)).containsText("Draft saved");
            page.navigate("/");

            page.navigate(space.editing("page"));
            type(page, "Typed without looking up");
            assertThat(page.locator("[data-part=problem]")).containsText("there is another draft");
            Browser.takePicture(page, "draft-not-kept");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Discard"))
                    .click();
            assertThat(page.locator(".draft-offer")).hasCount(0);
            assertThat(kept(page)).containsText("Draft saved");
            assertThat(page.locator("[data-part=problem]")).isEmpty();

            page.navigate(space.editing("page") + "&draft=restore");
            assertThat(page.locator("#markdown")).hasValue("Typed without looking up");
        }
    }

    @Tag("thorough")
    @Test
    void withoutAPrimaryADraftIsStoredAndSavedLater() {
        Space space = aPage("frozen");
        try (BrowserContext window = browser.administrator(360, ColorScheme.DARK)) {
            Page page = window.newPage();
            page.navigate(space.editing("page"));
            Cluster.freeze(Cluster.primary());
            type(page, "Typed without a primary");
            assertThat(strip(page)).containsText("Nothing can be saved", patiently());
            assertThat(kept(page)).containsText("Draft saved", patiently());
            save(page);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Not saved", patiently());
            assertThat(page.locator("#markdown")).hasValue("Typed without a primary");
            Browser.takePicture(page, "read-only-edit-360-dark");

            Cluster.wake(Cluster.primary());
            assertThat(strip(page)).containsText("You can save again", patiently());
            assertThat(strip(page)).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE_MS));
            save(page);
            assertThat(page.locator(".prose:not(.preview)")).hasText("Typed without a primary");
        }
    }

    @Tag("thorough")
    @Test
    void aNewPageHasADraftToo() {
        Space space = aPage("new");
        String address = "/new?space=" + space.slug() + "&page=page";
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(address);
            page.getByLabel("Title").fill("Below");
            type(page, "The text of a new page");
            assertThat(kept(page)).containsText("Draft saved");
            page.navigate("/");

            page.navigate(address);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Restore"))
                    .click();
            assertThat(page.getByLabel("Title")).hasValue("Below");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create page"))
                    .click();
            assertThat(page.locator(".prose:not(.preview)")).hasText("The text of a new page");
            page.navigate(address);
            assertThat(page.locator(".draft-offer")).hasCount(0);
        }
    }

    private Space aPage(String purpose) {
        Space space = Space.make(administrator, purpose);
        space.create(administrator, "page", "Before");
        return space;
    }

    private static void type(Page page, String text) {
        TextEditor.in(page).fill(text);
    }

    private static void save(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
    }

    private static Locator kept(Page page) {
        return page.locator("[data-part=kept]");
    }

    private static Locator strip(Page page) {
        return page.locator("[data-mode] > *");
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
    }
}

package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page tree and the field for a parent page, by keyboard and without a script. */
class TreeIT {
    private static final Space SPACE = Space.named("trees");
    private static Browser browser;

    @BeforeAll
    static void open() {
        Zip pages = Zip.aZip()
                .with("index.md", "# Front")
                .with("guides/index.md", "# Guides")
                .with("guides/deep/index.md", "# Deep")
                .with("guides/deep/down.md", "# Down")
                .with("team.md", "# Team");
        for (int i = 100; i < 230; i++) {
            pages.with("many/p" + i + ".md", "# Many " + i);
        }
        Import.start(SPACE, pages.bytes()).end();
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aBranchOpensInPlaceAndStaysOpenOnTheNextPage() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(SPACE.href("team"));
            page.locator(".tree > li > a").first().focus();
            Locator guides = branch(page, "Guides");
            assertThat(guides).hasAttribute("aria-expanded", "false");
            guides.focus();
            page.keyboard().press("Enter");
            assertThat(guides).hasAttribute("aria-expanded", "true");
            branch(page, "Deep").press("Space");
            assertThat(link(page, "Down")).isVisible();
            assertThat(page).hasURL(Cluster.url() + SPACE.href("team"));

            page.navigate(SPACE.href("many"));
            assertThat(link(page, "Down")).isVisible();

            branch(page, "Guides").press("Enter");
            assertThat(link(page, "Down")).isHidden();
        }
    }

    @Tag("thorough")
    @Test
    void thePresentPageIsInSightAndTheOthersComeWithShowMore() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(SPACE.href("many/p229"));
            Locator here = page.locator(".tree [aria-current]");
            assertThat(here).hasText("Many 229");
            assertThat(here).isInViewport();
            assertThat(link(page, "Many 228")).hasCount(0);

            here.focus();
            assertThat(branch(page, "Guides")).isVisible();
            link(page, "Show more").press("Enter");
            assertThat(link(page, "Many 228")).isVisible();
            assertThat(link(page, "Many 229")).hasCount(1);
        }
    }

    @Test
    void withoutAScriptAllPagesAreReachedByLinks() {
        Visitor reader = Visitor.administrator();
        Answer view = reader.get(SPACE.href("many"));
        String more = view.page().select(".tree .more a").attr("href");

        Answer list = reader.get(more);

        assertThat(list.page().select("h1").text()).isEqualTo("Pages below Many");
        assertThat(list.page().select("main .list a").eachText()).hasSize(30).contains("Many 229");
    }

    @Tag("thorough")
    @Test
    void aParentPageIsChosenByTheBeginningOfItsTitle() {
        Visitor writer = Visitor.administrator();
        Space space = Space.make(writer, "chosen");
        space.create(writer, "Handbook of birds", "Text");
        space.create(writer, "Sparrow", "Text");
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(space.moving("sparrow"));
            Locator parent = page.getByLabel("Parent page");
            parent.pressSequentially("hand");
            assertThat(page.locator(".pick [role=option]")).hasCount(1);
            parent.press("ArrowDown");
            parent.press("Enter");
            assertThat(parent).hasValue("handbook-of-birds");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move"))
                    .click();
            page.waitForURL("**" + space.href("handbook-of-birds/sparrow"));
        }
    }

    private static Locator branch(Page page, String title) {
        return page.locator(".tree")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName("Pages below " + title)
                                .setExact(true));
    }

    private static Locator link(Page page, String title) {
        return page.locator(".tree")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(title).setExact(true));
    }
}

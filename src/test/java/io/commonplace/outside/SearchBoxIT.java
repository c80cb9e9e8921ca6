package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The search box at the top of every page, by keyboard. */
class SearchBoxIT {
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
    void aPageIsOpenedByTheBeginningOfItsTitle() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate("/s/handbook");
            page.keyboard().press("/");
            page.keyboard().type("gloss");
            assertThat(suggestions(page).first()).containsText("Glossary");
            assertThat(page.locator(".search-box [role=status]")).containsText("suggestion");

            page.keyboard().press("ArrowDown");
            assertThat(suggestions(page).first()).hasAttribute("aria-selected", "true");
            page.keyboard().press("Enter");
            page.waitForURL("**/s/handbook/glossary");
        }
    }

    @Test
    void enterSearchesIfNothingIsChosen() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate("/s/handbook");
            page.keyboard().press("/");
            page.keyboard().type("restore");
            assertThat(suggestions(page).last()).containsText("Search for “restore”");
            page.keyboard().press("Enter");
            page.waitForURL("**/search?q=restore");
            assertThat(page.locator(".snippet mark").first()).isVisible();
        }
    }

    @Test
    void escapeClosesTheListAndThenLeadsBack() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate("/s/handbook");
            Locator home = page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Home").setExact(true))
                    .first();
            home.focus();
            page.keyboard().press("/");
            page.keyboard().type("gloss");
            assertThat(suggestions(page).first()).isVisible();

            page.keyboard().press("Escape");
            assertThat(suggestions(page).first()).isHidden();
            assertThat(page.locator(".search-box input")).isFocused();
            page.keyboard().press("Escape");
            assertThat(home).isFocused();
        }
    }

    @Tag("thorough")
    @Test
    void anEmptyBoxShowsOnesOwnPages() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate("/s/handbook");
            page.keyboard().press("/");
            assertThat(suggestions(page).first()).isVisible();
            page.keyboard().press("ArrowDown");
            assertThat(suggestions(page).first()).hasAttribute("aria-selected", "true");

            page.keyboard().press("Escape");
            assertThat(suggestions(page).first()).isHidden();
        }
    }

    @Tag("thorough")
    @Test
    void aSpaceIsSuggestedAndSaysWhatItIs() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate("/s/handbook");
            page.keyboard().press("/");
            page.keyboard().type("handbook");
            assertThat(page.locator(".search-box [role=option][href='/s/handbook']:has-text('Space')"))
                    .isVisible();
        }
    }

    @Tag("thorough")
    @Test
    void anOpenedResultIsReportedOnce() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate("/search?q=restore");
            Locator result = page.locator(".result h2 a").first();
            String opened = result.getAttribute("href");
            page.waitForRequest("**/search/click", result::click);
            page.waitForURL("**" + opened);
        }
    }

    private static Locator suggestions(Page page) {
        return page.locator(".search-box [role=option]");
    }
}

package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Diagrams and formulas in a real browser, under the site's policy. */
class DiagramsIT {
    private static final String TEXT = """
            Let $e^{i\\pi} = -1$.

            $$
            \\sum_i x_i
            $$

            ```mermaid
            sequenceDiagram
              accTitle: A greeting
              Ada->>Ben: Hello
            ```
            """;

    private static Browser browser;

    private final Visitor administrator = Visitor.administrator();
    private final Space space = Space.make(administrator, "diagrams");

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aPageShowsThemAndKeepsToItsPolicy() {
        space.create(administrator, "page", TEXT);
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            List<String> errors = errors(page);
            page.navigate(space.href("page"));

            assertThat(page.getByAltText("A greeting")).isVisible();
            assertThat(page.locator(".diagram details")).not().hasAttribute("open", "");
            assertThat(page.locator("div.math math[display=block]")).isVisible();
            assertThat(page.locator("span.math math")).isVisible();
            Browser.takePicture(page, "diagram-and-formulas");
            Assertions.assertThat(errors).isEmpty();
        }
    }

    @Tag("thorough")
    @Test
    void thePreviewShowsThem() {
        space.create(administrator, "page", TEXT);
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(space.editing("page"));

            assertThat(page.locator(".preview").getByAltText("A greeting")).isVisible();
            assertThat(page.locator(".preview math")).hasCount(2);
        }
    }

    @Tag("thorough")
    @Test
    void aMistakeIsNamedAndTheSourceStays() {
        space.create(administrator, "page", "```mermaid\ngraph TD\n  A--\n```\n\nAnd $\\frac{$.");
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(space.href("page"));

            assertThat(page.locator(".diagram .field-error")).containsText("Parse error");
            assertThat(page.locator(".diagram details pre")).isVisible();
            assertThat(page.locator(".math[title]")).hasText("$\\frac{$");
        }
    }

    @Test
    void tricksRunNothing() {
        space.create(administrator, "page", """
                $\\href{javascript:parent.hacked=1}{x} \\htmlStyle{background:url(//x.test)}{y}$

                ```mermaid
                %%{init: {"securityLevel": "loose", "htmlLabels": true, "themeCSS": "@import url(//x.test/a.css)"}}%%
                graph TD
                  A["<img src=x onerror='top.hacked=1'><script>top.hacked=1</script>"] --> B
                  click A "javascript:top.hacked=1"
                ```
                """);
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            List<String> foreign = new CopyOnWriteArrayList<>();
            page.onRequest(request -> {
                if (request.url().contains("x.test")) {
                    foreign.add(request.url());
                }
            });
            page.navigate(space.href("page"));

            assertThat(page.locator(".diagram > :is(img, .field-error)")).isVisible();
            assertThat(page.locator("[href^=javascript], .diagram script")).hasCount(0);
            Assertions.assertThat(page.evaluate("() => window.hacked")).isNull();
            Assertions.assertThat(foreign).isEmpty();
        }
    }

    @Tag("thorough")
    @Test
    void otherPagesLoadNoneOfIt() {
        space.create(administrator, "page", "Text that costs $5");
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(space.href("page"));

            assertThat(page.locator("script[src*=formulas], script[src*=diagrams]"))
                    .hasCount(0);
        }
    }

    @Tag("thorough")
    @Test
    void withoutAScriptTheSourceIsShown() {
        space.create(administrator, "page", TEXT);
        try (BrowserContext window = browser.administrator();
                BrowserContext plain = browser.withoutScripts(window)) {
            Page page = plain.newPage();
            page.navigate(space.href("page"));

            assertThat(page.locator(".diagram pre")).isVisible();
            assertThat(page.locator("span.math")).hasText("$e^{i\\pi} = -1$");
        }
    }

    private static List<String> errors(Page page) {
        List<String> errors = new CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        return errors;
    }
}

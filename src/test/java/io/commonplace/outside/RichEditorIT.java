package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rich editor makes of Markdown, and back, by the built script in a browser. It needs no cluster. */
class RichEditorIT {
    private static final String SITE = "https://wiki.example.com";
    private static final Map<String, Path> FILES = Map.of(
            "/rich-editor.js", Path.of("target/assets/rich-editor.js"),
            "/combobox.js", Path.of("src/main/js/combobox.js"),
            "/rich.css", Path.of("src/main/css/editor/rich.css"));

    /** As strict as the site's. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'";

    private static final String PAGE = """
            <!doctype html><link rel="stylesheet" href="/rich.css"><p id="label">Text</p><p id="notice" data-pictures="Pictures"></p>
            <form><div class="link-box" popover><input id="link-address" data-list="Found" data-many="{0}">
            <button type="button" data-apply>Link</button><button type="button" data-remove>Remove</button></div></form>""";

    private static final List<String> TROUBLE = new CopyOnWriteArrayList<>();

    private static Browser browser;
    private static BrowserContext window;
    private static Page page;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
        window = browser.at(SITE);
        page = window.newPage();
        page.onConsoleMessage(message -> TROUBLE.add(message.text()));
        page.route("**", RichEditorIT::answer);
    }

    private static void answer(Route route) {
        String path = route.request().url().substring(SITE.length());
        if (path.equals("/")) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setHeaders(Map.of("Content-Security-Policy", POLICY))
                    .setBody(PAGE));
        } else if (FILES.containsKey(path)) {
            route.fulfill(new Route.FulfillOptions().setPath(FILES.get(path)));
        } else {
            TROUBLE.add("Requested " + path);
            route.abort();
        }
    }

    @AfterAll
    static void closeBrowser() {
        window.close();
        browser.close();
    }

    @BeforeEach
    void openPage() {
        page.navigate(SITE + "/");
        TROUBLE.clear();
    }

    @Test
    void whatNobodyChangesStaysLetterByLetter() throws IOException {
        for (Path file : handbook()) {
            String before = Files.readString(file);
            open(before);
            press("Control+Home");
            page.keyboard().type("x");
            String firstLine = before.substring(0, before.indexOf('\n'));
            assertThat(markdown())
                    .as(file.toString())
                    .doesNotStartWith(firstLine)
                    .endsWith(before.substring(firstLine.length()).stripTrailing());
        }
    }

    private static List<Path> handbook() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/handbook"))) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments("a *b* **c** ~~d~~ `e`\nf", "a *b* **c** ~~d~~ `e`\nf!"),
                arguments("a\\\nb  \nc", "a\\\nb\\\nc!"),
                arguments("Title\n=====\n\n* a\n* b", "# Title!\n\n* a\n* b"),
                arguments("[[A page]] and $x_1$ and [^1] <kbd>x</kbd>", "[[A page]] and $x_1$ and [^1] <kbd>x</kbd>!"),
                arguments("> [!NOTE]\n> Careful", "> [!NOTE]\n> Careful!"),
                arguments("1) a\n2) b", "1) a!\n2) b"),
                arguments("* a\n\n* b", "* a!\n\n* b"),
                arguments("- [ ] a\n- [x] b", "- [ ] a!\n- [x] b"),
                arguments("| a | b |\n|:-:|--:|\n| 1 | `2` |", "| a! | b |\n| :---: | ---: |\n| 1 | `2` |"),
                arguments(
                        "[a][r] <https://example.org/>\n\n[r]: /x \"t\"",
                        "[a](/x \"t\") <https://example.org/>!\n\n[r]: /x \"t\""),
                arguments("```js\nlet a;\n```", "```js\nlet a;!\n```"),
                arguments("1 \\* 2 snake_case & \\<b>", "1 \\* 2 snake_case & \\<b>!"),
                arguments("![a](b%20c.png \"t\")", "![a](b%20c.png \"t\")!"),
                arguments("[a](<b (c> \"t\") ![d](<e f.png>)", "[a](<b (c> \"t\") ![d](<e f.png>)!"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aBlockThatSomebodyChangesKeepsItsMeaning(String before, String after) {
        open(before);
        assertThat(page.locator(".as-markdown > pre").count()).isEqualTo(before.contains("[r]:") ? 1 : 0);
        press("Control+Home");
        boolean isChangedAtEnd = before.contains("\nf") || before.contains("b  ") || before.startsWith(">");
        press(isChangedAtEnd ? "Control+End" : "End");
        page.keyboard().type("!");
        assertThat(markdown().stripTrailing()).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<details>\na\n</details>",
                "[TOC]",
                "a [b] c",
                "2 * 3",
                "**`a`**",
                "[a]: b",
                "- a\n  <b>\n\n  <div>c</div>",
                "$$\nx^2\n$$"
            })
    void aBlockThatItWouldChangeIsShownAsMarkdown(String markdown) {
        open("Before\n\n" + markdown + "\n\nAfter");
        assertThat(page.locator("div.as-markdown code").allInnerTexts()).containsExactly(markdown);
        page.locator(".ProseMirror p").last().click();
        press("End");
        page.keyboard().type("!");
        assertThat(markdown()).startsWith("Before\n\n" + markdown + "\n\nAfter!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\ntitle: a\n---", "+++\ntitle = \"a\"\n+++"})
    void frontMatterIsShownAsMarkdown(String matter) {
        open(matter + "\n\n# After");
        assertThat(page.locator("div.as-markdown code").allInnerTexts()).containsExactly(matter);
        press("Control+End");
        page.keyboard().type("!");
        assertThat(markdown()).isEqualTo(matter + "\n\n# After!");
    }

    @Test
    void markdownThatSomebodyTypesWorks() {
        open("");
        for (String line :
                List.of("## Title", "A **bold** and `code` [[Page]] [a](/b)", "1. one", "two", "", "[x] no task")) {
            page.keyboard().type(line);
            press("Enter");
        }
        assertThat(markdown())
                .isEqualTo("## Title\n\nA **bold** and `code` [[Page]] [a](/b)\n\n1. one\n2. two\n\n\\[x\\] no task");
    }

    @Test
    void keysDoWhatTheButtonsDo() {
        open("word");
        press("End");
        press("Shift+Home");
        press("Control+b");
        assertThat(markdown()).isEqualTo("**word**");
        press("Control+z");
        press("Control+Shift+9");
        assertThat(markdown()).isEqualTo("- [ ] word");
        press("End");
        press("Enter");
        page.keyboard().type("next");
        press("Control+]");
        page.locator(".ProseMirror > ul > li > input").check();
        assertThat(markdown()).isEqualTo("- [x] word\n  - [ ] next");
    }

    @Test
    void aLinkIsAskedFor() {
        open("one two");
        press("Control+End");
        press("Control+k");
        page.keyboard().type("way");
        page.locator("[role=option]").waitFor();
        press("ArrowDown");
        press("Enter");
        page.keyboard().type("!");
        assertThat(markdown()).isEqualTo("one [two](/s/a/way-back)!");

        press("ArrowLeft");
        press("ArrowLeft");
        press("Control+k");
        page.locator("[data-remove]").click();
        assertThat(markdown()).isEqualTo("one two!");
    }

    @Test
    void whatIsTypedOpensAListOfSuggestions() {
        open("a");
        press("End");
        page.keyboard().type("/b and @way");
        chooseFirst();
        page.keyboard().type(" and [[way");
        chooseFirst();
        press("Enter");
        page.keyboard().type("/not");
        chooseFirst();
        page.keyboard().type("careful");
        assertThat(markdown())
                .isEqualTo("a/b and [Way back](/s/a/way-back) and [Way back](/s/a/way-back)\n\n> [!NOTE]\n> careful");
        press("Enter");
        press("Enter");
        page.keyboard().type("/");
        page.locator("[role=option]").last().waitFor();
        press("ArrowUp");
        chooseFirst();
        page.keyboard().type("A --> B");
        assertThat(markdown()).endsWith("> careful\n\n```mermaid\nA --> B\n```");
        assertThat(page.locator("[role=listbox]:visible").count()).isZero();
    }

    private static void chooseFirst() {
        page.locator("[role=option][aria-selected=true]").waitFor();
        press("Enter");
    }

    @Test
    void richTextAndMarkdownArePasted() {
        open("a");
        press("Control+End");
        paste("<b>b</b> c", "b c");
        paste("", "*d* [[e]]");
        assertThat(markdown()).isEqualTo("a**b** c*d* [[e]]");
        paste("", "<details>\n*f*\n</details>");
        assertThat(markdown()).isEqualTo("a**b** c*d* [[e]]\n\n<details>\n*f*\n</details>");
    }

    @Test
    void nothingInItRunsOrIsLoaded() {
        open("<img src=/x onerror=alert(1)> <script>alert(1)</script>\n\n[a](javascript:alert(1))\n\n"
                + "<iframe src=/y></iframe>\n\n```mermaid\nclick A alert(1)\n```\n\n| <svg onload=alert(1)> |\n|--|");
        page.locator(".ProseMirror a").click();
        page.keyboard().type("x");
        assertThat(TROUBLE).isEmpty();
    }

    private static void open(String markdown) {
        page.evaluate("""
                async (markdown) => {
                  const { open } = await import("/rich-editor.js");
                  window.markdown = markdown;
                  const editor = open({
                    markdown,
                    label: "label",
                    notice: document.getElementById("notice"),
                    texts: { markdown: "Shown as Markdown", done: "Done", suggestions: "Found" },
                    menu: [
                      { label: "Heading", button: { click: () => (window.markdown = "pressed") } },
                      { label: "Note", block: ["> [!NOTE]\\n> ", ""] },
                      { label: "Diagram", block: ["```mermaid\\n", "\\n```"] },
                    ],
                    changed: (text) => (window.markdown = text),
                    preview: async () => "",
                    suggest: async () => [{ words: "Way back", place: "way-back", href: "/s/a/way-back" }],
                  });
                  document.querySelector(".ProseMirror")?.remove();
                  document.body.append(editor.dom);
                  editor.focus();
                  // So long it doubts what it hears of the cursor.
                  await new Promise((done) => setTimeout(done, 250));
                }""", markdown);
    }

    /** The editor learns where the cursor is only after the key, sooner than a person presses the next one. */
    private static void press(String key) {
        page.keyboard().press(key);
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
    }

    private static void paste(String html, String text) {
        Browser.paste(page.locator(".ProseMirror"), html, text);
    }

    /** Without the end of the last line. */
    private static String markdown() {
        return String.valueOf(page.evaluate("() => window.markdown")).stripTrailing();
    }
}

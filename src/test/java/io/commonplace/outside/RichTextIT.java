package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Markdown of what people copy elsewhere, by the built script in a browser. It needs no cluster. */
class RichTextIT {
    private static final String SITE = "https://wiki.example.com";
    private static final Path SCRIPT = Path.of("target/assets/rich-text.js");

    /** As strict as the site's. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'";

    private static final List<String> TROUBLE = new CopyOnWriteArrayList<>();

    private static Browser browser;
    private static BrowserContext window;
    private static Page page;

    @BeforeAll
    static void open() {
        browser = new Browser();
        window = browser.at(SITE);
        page = window.newPage();
        page.onConsoleMessage(message -> TROUBLE.add(message.text()));
        page.route("**", RichTextIT::answer);
        page.navigate("/");
    }

    private static void answer(Route route) {
        String address = route.request().url();
        if (address.equals(SITE + "/")) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setHeaders(Map.of("Content-Security-Policy", POLICY))
                    .setBody("<!doctype html>"));
        } else if (address.equals(SITE + "/rich-text.js")) {
            route.fulfill(
                    new Route.FulfillOptions().setContentType("text/javascript").setPath(SCRIPT));
        } else {
            TROUBLE.add("Requested " + address);
            route.abort();
        }
    }

    @AfterAll
    static void close() {
        window.close();
        browser.close();
    }

    @BeforeEach
    void forgetTrouble() {
        TROUBLE.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"word", "word-on-the-web", "google-docs", "web-page", "spreadsheet"})
    void aDocumentBecomesMarkdown(String name) {
        assertThat(markdown(sample(name + ".html")))
                .isEqualTo(sample(name + ".md").strip());
        assertThat(TROUBLE).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"code-editor", "code-editor-in-pre", "plain-words"})
    void codeAndPlainWordsHaveNoMarkdown(String name) {
        assertThat(markdown(sample(name + ".html"))).isNull();
    }

    static Stream<Arguments> pieces() {
        return Stream.of(
                arguments("a <b>b </b>c", "a **b** c"),
                arguments("<b>a</b><b>b</b> <i> c</i>", "**ab** *c*"),
                arguments("<b>a <span style='font-weight: 400'>b</span></b>", "**a** b"),
                arguments("<h2 style='font-weight: 700'><b>a</b><br>b</h2>", "## a b"),
                arguments("<b>a</b><br># b", "**a**\\\n\\# b"),
                arguments("<b>a<br> <br><br>b</b>", "**a**\n\n**b**"),
                arguments("<p><br>a<br><i>b</i><br>", "a\\\n*b*"),
                arguments("<p style='white-space: pre-wrap'>     <i>a</i>", "*a*"),
                arguments("<i>a</i> <b> and </b> $x$ &lt;b> &amp;lt;", "*a* **and** \\$x$ \\<b> \\&lt;"),
                arguments("<p>a<p><hr><p>&nbsp;<p>b", "a\n\n---\n\nb"),
                arguments("<a href='file:///c:/a.txt'>a</a> <a href='#b'>b</a> <b>c</b>", "a b **c**"),
                arguments("<a href='https://example.org/'>https://example.org/</a>", "<https://example.org/>"),
                arguments("<a href='" + SITE + "/s/a/b'>a</a>", "[a](/s/a/b)"),
                arguments("<img src='" + SITE + "/files/1/a.png' alt='a'>", "![a](/files/1/a.png)"),
                arguments("<ul><li>a</ul><ul><li>b</ul>", "- a\n- b"),
                arguments("<ol start=9><li>a<li>b<ul><li>c</ul></ol>", "9. a\n10. b\n    - c"),
                arguments("<ul><li><pre>a</pre></ul>", "- ```\n  a\n  ```"),
                arguments("<table><tr><td><table><tr><td>a<td>b</table></table>", "| a | b |\n| --- | --- |"),
                arguments("<table><tr><td><h3>a</h3><p>b</table>", "### a\n\nb"),
                arguments("<p>x<sup>2</sup> <span style='font-family: Consolas'>a*b</span>", "x<sup>2</sup> `a*b`"));
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void aPieceBecomesMarkdown(String html, String markdown) {
        assertThat(markdown(html)).isEqualTo(markdown);
    }

    @Test
    void nothingInItRunsOrIsLoaded() {
        markdown("<b onclick='alert(1)'>a</b><img src='/b.png' onerror='alert(1)'><script>alert(1)</script>"
                + "<link rel=stylesheet href='/c.css'><style>@import '/d.css'</style><iframe src='/e'></iframe>");
        assertThat(TROUBLE).isEmpty();
    }

    @Test
    void aPageThatIsNestedTooDeeplyHasNoMarkdown() {
        assertThat(markdown("<ul><li>".repeat(60) + "<b>a</b>")).isNull();
    }

    @Test
    void aTableThatPretendsToBeHugeIsCut() {
        String table = "<table><tr>" + "<td rowspan=60000 colspan=1000>a".repeat(100) + "<tr><td>b</table>";
        assertThat(markdown(table)).hasSizeLessThan(100_000);
    }

    @Test
    void aLongTextIsReadInSeconds() {
        String paragraph = "<p class=MsoNormal>Some <b>bold</b> words and <a href='https://example.org'>a link</a></p>";
        String html = "<ul>" + ("<li>" + paragraph).repeat(8_000) + "</ul>" + paragraph.repeat(8_000);
        assertThat(markdown(html)).hasLineCount(24_000);
    }

    private static @Nullable String markdown(String html) {
        return (String) page.evaluate("""
                async (html) => {
                  const { toMarkdown } = await import("/rich-text.js");
                  return toMarkdown(html)?.markdown;
                }""", html);
    }

    /** A file of the folder {@code paste}. */
    static String sample(String name) {
        try (var file = RichTextIT.class.getResourceAsStream("paste/" + name)) {
            return new String(java.util.Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

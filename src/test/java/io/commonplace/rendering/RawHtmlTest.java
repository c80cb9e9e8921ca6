package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write in angle brackets is shown, unless it is HTML that pages may contain. */
class RawHtmlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "title",
                "script",
                "style",
                "textarea",
                "xmp",
                "iframe",
                "noscript",
                "select",
                "plaintext",
                "svg",
                "body",
                "form",
                "template",
                "noframes",
                "noembed",
                "math",
                "pre",
                "details",
                "table",
                "section"
            })
    void theNameOfATagSwallowsNothing(String name) {
        for (String start : new String[] {"The ", "", "- ", "> "}) {
            String html = Rendered.html(start + "<" + name + "> element.\n\n## After it\n\nThe *end*.");
            assertThat(html).contains("&lt;" + name + "&gt; element.", "<h2 id=\"after-it\">", "The <em>end</em>.");
        }
    }

    @Test
    void aHeadingThatNamesATagKeepsItsWords() {
        RenderedPage page = Rendered.page("# The <title> element\n\n## A List<String>\n");
        assertThat(page.title()).isEqualTo("The <title> element");
        assertThat(page.outline()).extracting(Heading::text).containsExactly("The <title> element", "A List<String>");
    }

    @Test
    void allRowsOfATableAreShown() {
        assertThat(Rendered.html("| tag | for |\n|---|---|\n| <title> | names |\n| <style> | looks |\n\nAfter."))
                .contains("<td>&lt;title&gt;</td><td>names</td>", "<td>&lt;style&gt;</td>", "<p>After.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ask <Your Manager> first.",
                "Send it to <Team-Lead>.",
                "Use List<String> and Map<String, List<Integer>>.",
                "Run <command> on <pod> with <output>, <data> and <address>.",
                "At <time> in <section>, see <Table Name>.",
                "Close it by </title> or </div>.",
                "Call <std::string> and <soap:Envelope>.",
                "Write <br-tag/> or <Foo bar=1/>.",
                "An <a> and a <b> and an <i> and a <p>.",
                "Old <!DOCTYPE html> and <?php echo 1 ?> and <![CDATA[x]]>.",
                "An <input> and an <img> and <button type=submit>Send</button>."
            })
    void aPlaceholderIsShownAsWritten(String text) {
        String shown = text.replace("<", "&lt;").replace(">", "&gt;");
        assertThat(Rendered.html(text).replace("&#61;", "=")).isEqualTo("<p>" + shown + "</p>");
    }

    @Test
    void aPlaceholderAtTheStartOfAnItemIsShown() {
        assertThat(Rendered.html("- <main>: push\n- <host>: pull"))
                .contains("&lt;main&gt;: push", "&lt;host&gt;: pull");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- never closed", "text <!-- never closed", "<div>\n<!-- never closed\n</div>"})
    void aCommentThatIsNeverClosedHidesNothing(String comment) {
        assertThat(Rendered.html("<!-- hidden -->\n\n" + comment + "\n\n## After"))
                .contains("&lt;!-- never closed", "<h2 id=\"after\">")
                .doesNotContain("hidden");
    }

    @Test
    void anAttributeThatIsNeverClosedSwallowsNothing() {
        assertThat(Rendered.html("<div title=\"a\n\n## After\n\n\"> b")).contains("&lt;div title", "<h2 id=\"after\">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<center>a</center> | <div>a</div>",
                "<font color=\"red\">a</font> | <p><span>a</span></p>",
                "a <strike>b</strike> <tt>c</tt> | <p>a <s>b</s> <code>c</code></p>",
                "<picture><source srcset=\"a.webp\"><img src=\"a.png\"></picture> | <p><img src=\"a.png\" loading=\"lazy\" /></p>",
                "a<br>b<sub>c</sub> | <p>a<br />b<sub>c</sub></p>",
                "<ul><li>a<li>b</ul> | <ul><li>a</li><li>b</li></ul>",
                "An <a name=\"here\"> | <p>An <a id=\"here\"></a></p>"
            })
    void htmlThatOnlyLooksDifferentKeepsItsText(String markdown, String html) {
        assertThat(Rendered.html(markdown)).isEqualTo(html);
    }

    @Test
    void aVideoBecomesALink() {
        assertThat(Rendered.html("<video controls>\n<source src=\"talk.mp4\">\nNo video?\n</video>\n\nAfter"))
                .contains("<a href=\"talk.mp4\">talk.mp4</a>", "No video?", "<p>After</p>");
        assertThat(Rendered.html("<iframe src=\"https://example.org/v\">\n\n## After"))
                .contains("https://example.org/v</a>", "<h2 id=\"after\">");
    }

    @Test
    void textThatIsNoHtmlStaysTextInCode() {
        assertThat(Rendered.html("`<title>` and\n\n    <script>\n"))
                .contains("<code>&lt;title&gt;</code>", "<pre><code>&lt;script&gt;");
    }
}

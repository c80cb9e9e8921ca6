package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The extensions of CommonMark. */
class ExtensionsTest {
    @Test
    void aTableIsWrappedSoThatItScrolls() {
        assertThat(Rendered.html("| a |\n|---|\n| 1 |"))
                .isEqualTo(
                        "<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table><thead>"
                                + "<tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></div>");
    }

    @Test
    void aTableInATableHasOneWrapper() {
        String html = Rendered.html("<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>");
        assertThat(html).containsOnlyOnce("table-wrap").endsWith("</table></div>");
    }

    @Test
    void cellsAreAlignedByClass() {
        assertThat(Rendered.html("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |"))
                .contains("<th class=\"align-left\">a</th>")
                .contains("<td class=\"align-center\">2</td>")
                .contains("<td class=\"align-right\">3</td>")
                .doesNotContain("style=");
    }

    @Test
    void tasksAreNumberedCheckboxesWithALabel() {
        assertThat(Rendered.html("- [ ] write *it*\n- [x] read"))
                .contains(
                        "<input type=\"checkbox\" disabled=\"\" data-task=\"0\" aria-label=\"write it\" /> write <em>")
                .contains(
                        "<input type=\"checkbox\" disabled=\"\" data-task=\"1\" aria-label=\"read\" checked=\"\" /> read");
    }

    @Test
    void aCheckboxInHtmlIsNoTask() {
        assertThat(Rendered.html("<input type=\"checkbox\">"))
                .contains("<input type=\"checkbox\" disabled=\"\" aria-label=\"To do\" />");
        assertThat(Rendered.html("<input type=\"checkbox\" data-task=\"0\">")).doesNotContain("<input");
    }

    @Test
    void struckTextIsDeleted() {
        assertThat(Rendered.html("~~no~~")).isEqualTo("<p><del>no</del></p>");
    }

    @Test
    void footnotesLinkThereAndBack() {
        assertThat(Rendered.html("Word[^a]\n\n[^a]: Note"))
                .contains("<sup class=\"footnote-ref\"><a href=\"#fn-a\" id=\"fnref-a\">1</a></sup>")
                .contains("<section class=\"footnotes\">")
                .contains("<li id=\"fn-a\">")
                .contains("<a class=\"footnote-backref\" aria-label=\"Back to reference 1\" href=\"#fnref-a\">↩</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "tip", "important", "warning", "caution"})
    void aQuoteWithAMarkerIsAnAlert(String kind) {
        String title = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
        assertThat(Rendered.html("> [!" + kind.toUpperCase(Locale.ROOT) + "]\n> Mind *this*.\n>\n> - a"))
                .isEqualTo("<div class=\"alert alert-" + kind + "\">\n<p class=\"alert-title\">" + title + "</p>\n"
                        + "<p>Mind <em>this</em>.</p>\n<ul><li>a</li></ul>\n</div>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"> [!OTHER]\n> x", "> [!NOTE]x", "> a\n> [!NOTE]\n> x", "> \\[!NOTE]\n> x", "> [!NOTE](b)\n> x"})
    void aQuoteWithoutAMarkerOfItsOwnStaysAQuote(String markdown) {
        assertThat(Rendered.html(markdown)).startsWith("<blockquote>").doesNotContain("alert");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "> [!tip] Own *title*\\n> Body; tip; Own <em>title</em>",
                "> [!danger]- Folded\\n> Body; caution; Folded",
                "> [!info]\\n> Body; note; Info",
                "> [!NOTE] Title alone; note; Title alone"
            })
    void aCalloutIsAnAlertWithItsTitle(String markdown, String kind, String title) {
        assertThat(Rendered.html(markdown.translateEscapes()))
                .startsWith("<div class=\"alert alert-" + kind + "\">\n<p class=\"alert-title\">" + title + "</p>");
    }

    @Test
    void anAlertStandsInAListAndHoldsAnother() {
        assertThat(Rendered.html("- > [!NOTE]\n  > a\n  >\n  > > [!TIP]\n  > > b"))
                .startsWith("<ul><li>")
                .contains("alert alert-note", "alert alert-tip");
    }

    @Test
    void aCodeBlockNamesItsLanguage() {
        RenderedPage page = Rendered.page("```java\nint x;\n```");
        assertThat(page.html().strip()).isEqualTo("<pre><code class=\"language-java\">int x;\n</code></pre>");
        assertThat(page.hasCode()).isTrue();
    }

    @Test
    void codeWithoutALanguageNeedsNoHighlighting() {
        assertThat(Rendered.page("```\nx\n```\n`y`").hasCode()).isFalse();
    }

    @Test
    void theHtmlOfHandbooksIsKept() {
        String html = "<details open=\"open\"><summary>More</summary><p>H<sub>2</sub>O <kbd>F1</kbd> <mark>m</mark></p>"
                + "</details><figure><figcaption>Fig</figcaption></figure>";
        assertThat(Rendered.html(html)).isEqualTo(html);
    }

    @Test
    void thePlainTextIsWhatAReaderSees() {
        RenderedPage page = Rendered.page(
                "# Title\n\nSome *text*,\nmore.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- note -->\n\n![pic](p.png)");
        assertThat(page.plainText()).isEqualTo("Title\nSome text,\nmore.\na\nb\n1\n2\npic");
    }
}

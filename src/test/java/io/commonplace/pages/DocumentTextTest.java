package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.rendering.Heading;
import io.commonplace.rendering.RenderedPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTextTest {
    @ParameterizedTest
    @CsvSource({
        "2 2, h0 h1",
        "2 3, h0 ( h1 )",
        "2 3 3 2, h0 ( h1 h2 ) h3",
        "3 2 3 3 2, h0 h1 ( h2 h3 ) h4",
        "3 2, h0 h1",
        "3 3 2, h0 h1 h2",
        "1 2 4 3 5 2, h1 ( h3 ) h5",
        "2 3 2 3, h0 ( h1 ) h2 ( h3 )"
    })
    void theOutlineNestsHeadingsOfLevelThreeInThoseOfLevelTwo(String levels, String nesting) {
        String outline = DocumentText.of(page("", levels), "Title").outline();
        assertThat(outline).isEqualTo(asHtml(nesting));
    }

    @ParameterizedTest
    @CsvSource({"''", "2", "3", "1 1 4 2", "1 4 5 6"})
    void fewerThanTwoHeadingsGiveNoOutline(String levels) {
        assertThat(DocumentText.of(page("", levels), "Title").outline()).isEmpty();
    }

    @Test
    void headingsInTheOutlineAreEscaped() {
        List<Heading> headings = List.of(new Heading(2, "a\"b", "<script> & co"), new Heading(2, "c", "C"));
        assertThat(DocumentText.of(rendered("", headings), "Title").outline())
                .contains("<li><a href=\"#a&quot;b\">&lt;script&gt; &amp; co</a></li>");
    }

    @Test
    void aFirstHeadingThatRepeatsTheTitleIsLeftOut() {
        String html = "\n<h1 id=\"on-call\">On <em>call</em></h1>\n<p>Text</p><h1>Second</h1>";
        List<Heading> headings = List.of(new Heading(1, "on-call", "On call"), new Heading(1, "s", "Second"));
        assertThat(DocumentText.of(rendered(html, headings), " On call").html())
                .isEqualToIgnoringWhitespace("<p>Text</p><h1>Second</h1>");
    }

    @Test
    void aFirstHeadingWithAnotherTextStays() {
        String html = "<h1>On call</h1><p>Text</p>";
        List<Heading> headings = List.of(new Heading(1, "on-call", "On call"));
        assertThat(DocumentText.of(rendered(html, headings), "Being on call").html())
                .isEqualTo(html);
    }

    @Test
    void aHeadingThatIsNotFirstOrNotOfLevelOneStays() {
        String below = "<p>Text</p><h1>On call</h1>";
        assertThat(DocumentText.of(rendered(below, List.of(new Heading(1, "a", "On call"))), "On call")
                        .html())
                .isEqualTo(below);
        String second = "<h2>On call</h2><p>Text</p>";
        assertThat(DocumentText.of(rendered(second, List.of(new Heading(2, "a", "On call"))), "On call")
                        .html())
                .isEqualTo(second);
    }

    private static RenderedPage page(String html, String levels) {
        List<Heading> headings = new ArrayList<>();
        for (String level : levels.isEmpty() ? new String[0] : levels.split(" ")) {
            int number = headings.size();
            headings.add(new Heading(Integer.parseInt(level), "h" + number, "Heading " + number));
        }
        return rendered(html, headings);
    }

    private static RenderedPage rendered(String html, List<Heading> headings) {
        return new RenderedPage(null, html, headings, Set.of(), false, "", List.of(), Set.of());
    }

    /** Items by name; items in brackets are nested in the one before. */
    private static String asHtml(String nesting) {
        String items = nesting.replaceAll("h(\\d)", "<li><a href=\"#h$1\">Heading $1</a>@");
        return items.replace("@ ( ", "<ul>")
                .replace(" )", "</ul></li>")
                .replace("@", "</li>")
                .replace(" <", "<");
    }
}

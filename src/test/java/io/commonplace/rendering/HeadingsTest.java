package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadingsTest {
    @Test
    void aHeadingHasAnIdAndALinkToIt() {
        assertThat(Rendered.html("## Set *it* up"))
                .isEqualTo("<h2 id=\"set-it-up\">Set <em>it</em> up<a class=\"anchor\" href=\"#set-it-up\""
                        + " aria-label=\"Link to this section\">#</a></h2>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello, World! | hello-world",
                "What's `new` in 2.0? | whats-new-in-20",
                "a_b - c | a_b---c",
                "Über uns | über-uns",
                "日本語 | 日本語",
                "🎉 | section",
                "A & B | a--b",
                "[Linked](x.md) | linked"
            })
    void idsAreMadeAsGitHubMakesThem(String heading, String id) {
        assertThat(Rendered.page("# " + heading).outline())
                .extracting(Heading::id)
                .containsExactly(id);
    }

    @Test
    void aRepeatedHeadingIsNumbered() {
        assertThat(Rendered.page("# A\n# A 1\n# A\n# A").outline())
                .extracting(Heading::id)
                .containsExactly("a", "a-1", "a-2", "a-3");
    }

    @Test
    void theOutlineHoldsAllHeadingsAlsoThoseOfRawHtml() {
        assertThat(Rendered.page("# One\n\n<h2>Two <b>b</b></h2>\n\nThree\n---").outline())
                .containsExactly(
                        new Heading(1, "one", "One"),
                        new Heading(2, "two-b", "Two b"),
                        new Heading(2, "three", "Three"));
    }

    @Test
    void aRawHeadingKeepsTheIdThatItWasGiven() {
        assertThat(Rendered.page("<h2 id=\"own\">Two</h2>").outline())
                .extracting(Heading::id)
                .containsExactly("own");
    }

    @Test
    void aNamedAnchorCanBeLinkedTo() {
        assertThat(Rendered.html("<a name=\"part\"></a>x")).isEqualTo("<p><a id=\"part\"></a>x</p>");
    }

    @Test
    void anIdIsGivenOnce() {
        assertThat(Rendered.html("<p id=\"a\">x</p><p id=\"a\">y</p>\n\n# A"))
                .containsOnlyOnce("id=\"a\"")
                .contains("<h1 id=\"a-1\">");
    }

    @Test
    void theTitleIsTheFirstHeadingOfLevelOne() {
        assertThat(Rendered.parsed("## Before\n\n# The *title* of `x`\n\n# Second")
                        .title())
                .isEqualTo("The title of x");
    }

    @Test
    void withoutOneItIsTheHeadingThatOpensThePage() {
        assertThat(Rendered.parsed("<!-- hidden -->\n\n## Opening\n\ntext").title())
                .isEqualTo("Opening");
    }

    @Test
    void aHeadingFurtherDownIsNoTitle() {
        assertThat(Rendered.parsed("text\n\n## Part").title()).isNull();
    }
}

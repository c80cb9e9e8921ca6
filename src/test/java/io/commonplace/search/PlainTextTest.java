package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void blocksAreLines() {
        assertThat(PlainText.of("<p>One <b>two</b>\n three.</p><ul><li>a</li><li>b<br>c</li></ul>")
                        .text())
                .isEqualTo("One two three.\na\nb\nc");
    }

    @Test
    void codeIsText() {
        assertThat(PlainText.of("<pre><code>a  =  1;\nb &lt; 2</code></pre>").text())
                .isEqualTo("a = 1; b < 2");
    }

    @Test
    void sectionsKnowWhereTheyBegin() {
        PlainText text = PlainText.of("<p>Intro</p><h2 id=\"back-up\">Back <em>up</em></h2><p>Daily.</p>");
        assertThat(text.sections()).containsExactly(new PlainText.Section(6, "back-up", "Back up"));
        assertThat(text.text().substring(6)).startsWith("Back up");
        assertThat(text.headings()).isEqualTo("Back up");
    }

    @Test
    void theSignBehindAHeadingIsNoText() {
        PlainText text = PlainText.of("<h2 id=\"a\">Back up<a class=\"anchor\" href=\"#a\">#</a></h2><p>Daily.</p>");
        assertThat(text.text()).isEqualTo("Back up\nDaily.");
        assertThat(text.headings()).isEqualTo("Back up");
    }

    @Test
    void nothingIsNothing() {
        assertThat(PlainText.of("").text()).isEmpty();
    }
}

package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FencesTest {
    @Test
    void aDiagramIsItsSource() {
        Document page = Jsoup.parse(Rendered.html("```mermaid\ngraph TD\n  A-->B[\"<b>\"]\n```"));

        assertThat(page.select("figure.diagram").attr("title")).isEqualTo("Diagram");
        assertThat(page.select("figure.diagram > details[open] > summary").text())
                .isEqualTo("Source of the diagram");
        assertThat(page.select("figure.diagram > details > pre").get(0).wholeText())
                .isEqualTo("graph TD\n  A-->B[\"<b>\"]\n");
    }

    @Test
    void itNeedsNoHighlighting() {
        assertThat(Rendered.page("```mermaid\ngraph TD\n```").hasCode()).isFalse();
        assertThat(Rendered.page("```math\nx\n```").hasCode()).isFalse();
        assertThat(Rendered.page("```java\nint x;\n```").hasCode()).isTrue();
    }

    @Test
    void otherCodeStaysCode() {
        assertThat(Rendered.html("```mermaid-like\nx\n```")).contains("class=\"language-mermaid-like\"");
    }
}

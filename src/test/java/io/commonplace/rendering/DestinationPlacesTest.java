package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationPlacesTest {
    private final Renderer renderer = new Renderer();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[a](b.md)                         ; b.md",
                "[a](b.md \"title\")               ; b.md",
                "[a]( <b c.md> )                   ; b c.md",
                "[](b.md)                          ; b.md",
                "![a](b.png)                       ; b.png",
                "[**bold** text](b.md)             ; b.md",
                "[![a](b.png)](c.md)               ; b.png c.md",
                "[a](b(1).md)                      ; b(1).md",
                "> * [a](b.md#part)                ; b.md#part",
                "| x | [a](b.md) |                 ; b.md",
                "Text <img src='b.png'> text       ; b.png",
                "<a href=b.md>x</a>                ; b.md",
                "[a][r] and [r]: none              ; ``",
                "a [x](b.md) and [y](b.md)         ; b.md b.md"
            })
    void theDestinationIsFoundWhereItStands(String line, String destinations) {
        String source = line.startsWith("| x") ? "| a | b |\n|---|---|\n" + line : line;
        List<WrittenDestination> found = renderer.destinations(source);

        assertThat(String.join(
                        " ", found.stream().map(WrittenDestination::destination).toList()))
                .isEqualTo(destinations);
        assertThat(found)
                .allSatisfy(place ->
                        assertThat(source.substring(place.start(), place.end())).isEqualTo(place.destination()));
    }

    @Test
    void referenceDefinitionsAndBlocksOfHtmlAreFoundBelowFrontMatter() {
        String source =
                "---\ntitle: [x](no.md)\n---\n[a][r]\n\n[r]: b.md 'title'\n[s]:\n  <c d.md>\n\n<p>\n<img src=\"e.png\">\n</p>\n";

        assertThat(renderer.destinations(source))
                .extracting(place -> source.substring(place.start(), place.end()))
                .containsExactly("b.md", "c d.md", "e.png");
    }

    @Test
    void escapesAreNotPartOfWhatIsMeant() {
        String source = "[a](b\\(1.md) [c](x&amp;y.md)";

        assertThat(renderer.destinations(source))
                .extracting(WrittenDestination::destination)
                .containsExactly("b(1.md", "x&y.md");
        assertThat(renderer.destinations(source))
                .extracting(place -> source.substring(place.start(), place.end()))
                .containsExactly("b\\(1.md", "x&amp;y.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`[a](b.md)`",
                "    [a](b.md)",
                "```\n[a](b.md)\n```",
                "[a](https://example.com/b.md) <https://example.com>",
                "[a](#part)",
                "[[Page]] ![[p.png]]",
                "\\[a](b.md)",
                "[a](mailto:x@example.com)"
            })
    void whatIsNoLinkInsideTheSiteIsNotFound(String source) {
        assertThat(renderer.destinations(source)).isEmpty();
    }
}

package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title: Plain | Plain",
                "title:   Spaced out   | Spaced out",
                "title: Plain # a comment | Plain",
                "title: C# and F# | C# and F#",
                "title: \"Quoted: \\\"it\\\"\" | Quoted: \"it\"",
                "title: 'It''s' # a comment | It's",
                "title: \"\\u00dcber\\tuns\" | Über uns"
            })
    void theTitleOfYamlIsRead(String line, String title) {
        FrontMatter page = FrontMatter.of("---\ntags: [a]\n" + line + "\nweight: 1\n---\n# Body\n");
        assertThat(page).isEqualTo(new FrontMatter(title, "# Body\n"));
    }

    @Test
    void theTitleOfTomlIsRead() {
        assertThat(FrontMatter.of("+++\ntitle = \"Hugo\"\n[menu]\n+++\nBody"))
                .isEqualTo(new FrontMatter("Hugo", "Body"));
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkAreAccepted() {
        assertThat(FrontMatter.of("\uFEFF---\r\ntitle: A\r\n---\r\nBody\r\n"))
                .isEqualTo(new FrontMatter("A", "Body\r\n"));
    }

    @Test
    void anEmptyBlockIsRemoved() {
        assertThat(FrontMatter.of("---\n---\nBody")).isEqualTo(new FrontMatter(null, "Body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title: \"\"", "title:", "menu:\n  title: nested", "subtitle: x"})
    void otherLinesAreNoTitle(String metadata) {
        assertThat(FrontMatter.of("---\n" + metadata + "\n---\nBody")).isEqualTo(new FrontMatter(null, "Body"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nA sentence.\n---\nBody",
                "---\ntitle: never closed",
                "Text\n---\ntitle: A\n---\n",
                "----\na: b\n----"
            })
    void aPageThatBeginsWithALineKeepsIt(String source) {
        assertThat(FrontMatter.of(source)).isEqualTo(new FrontMatter(null, source));
    }

    @Test
    void frontMatterWinsOverAHeadingAndIsNotShown() {
        assertThat(Rendered.parsed("---\ntitle: Front\n---\n# Heading").title()).isEqualTo("Front");
        assertThat(Rendered.html("---\ntitle: Front\n---\nText")).isEqualTo("<p>Text</p>");
    }
}

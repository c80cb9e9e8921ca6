package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        assertThat(page).isEqualTo(new FrontMatter(title, List.of(), "# Body\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "title: >¶  How we restore¶  a database¶owner: ops ; How we restore a database",
                "title: |-¶  How we restore¶  a database ; How we restore a database",
                "title: \"How we restore¶  a database\" ; How we restore a database",
                "title: How we restore¶  a database ; How we restore a database",
                "\"title\": Quoted key ; Quoted key",
                "Title: With a capital ; With a capital",
                "title: \"\\U0001F680 Launch\" ; 🚀 Launch",
                "base: &name Named¶title: *name ; Named",
                "{title: In braces} ; In braces",
                "title: On call: who and when ; On call: who and when",
                "title: 2024-05-01 ; 2024-05-01",
                "title: no ; no"
            })
    void aTitleInAnyNotationIsRead(String metadata, String title) {
        assertThat(FrontMatter.of("---\n" + metadata.replace("¶", "\n") + "\n---\nBody"))
                .isEqualTo(new FrontMatter(title, List.of(), "Body"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date created: 2024-05-01\ndate modified: 2024-05-02\ntags: [ops]",
                "Überschrift: Sicherung\nStatus: Entwurf",
                "$schema: https://example.org/s.json",
                "date created: 2024\nbad: [never closed",
                "status: {{ status }}\n",
                "title: null",
                "title: ~",
                "title: [a, b]",
                "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
                "x: !!java.net.URL [\"http://example.org\"]"
            })
    void metadataWithoutATitleIsHidden(String metadata) {
        assertThat(FrontMatter.of("---\n" + metadata + "\n---\n# Body"))
                .isEqualTo(new FrontMatter(null, List.of(), "# Body"));
    }

    @Test
    void theTitleOfTomlIsRead() {
        assertThat(FrontMatter.of("+++\ntitle = \"Hugo\"\naliases = [\"/old\", \"/older\"]\n[menu]\n+++\nBody"))
                .isEqualTo(new FrontMatter("Hugo", List.of("/old", "/older"), "Body"));
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkAreAccepted() {
        assertThat(FrontMatter.of("\uFEFF---\r\ntitle: A\r\n---\r\nBody\r\n"))
                .isEqualTo(new FrontMatter("A", List.of(), "Body\r\n"));
    }

    @Test
    void anEmptyBlockIsRemoved() {
        assertThat(FrontMatter.of("---\n---\nBody")).isEqualTo(new FrontMatter(null, List.of(), "Body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title: \"\"", "title:", "menu:\n  title: nested", "subtitle: x"})
    void otherLinesAreNoTitle(String metadata) {
        assertThat(FrontMatter.of("---\n" + metadata + "\n---\nBody"))
                .isEqualTo(new FrontMatter(null, List.of(), "Body"));
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
        assertThat(FrontMatter.of(source)).isEqualTo(new FrontMatter(null, List.of(), source));
    }

    @Test
    void frontMatterWinsOverAHeadingAndIsNotShown() {
        assertThat(Rendered.parsed("---\ntitle: Front\n---\n# Heading").title()).isEqualTo("Front");
        assertThat(Rendered.html("---\ntitle: Front\n---\nText")).isEqualTo("<p>Text</p>");
    }
}

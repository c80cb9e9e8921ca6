package io.commonplace.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {
    @Test
    void textInUtf8IsReadAsItIs() throws FileRefused {
        SourceText text = SourceText.of("# Größe 日本 😀\r\n".getBytes(UTF_8));
        assertThat(text).isEqualTo(new SourceText("# Größe 日本 😀\r\n", false, List.of(), Optional.empty()));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws FileRefused {
        assertThat(SourceText.of("\uFEFF# Ü".getBytes(UTF_8)).markdown()).isEqualTo("# Ü");
        assertThat(SourceText.of("\uFEFF# Ü".getBytes(UTF_16LE)))
                .isEqualTo(new SourceText("# Ü", false, List.of(), Optional.empty()));
        assertThat(SourceText.of("\uFEFF# Ü".getBytes(UTF_16BE)))
                .isEqualTo(new SourceText("# Ü", false, List.of(), Optional.empty()));
    }

    @Test
    void otherThanUtf8IsReadAsWindows1252AndReportedAsGuessed() throws FileRefused {
        assertThat(SourceText.of("Café".getBytes(ISO_8859_1)))
                .isEqualTo(new SourceText("Café", true, List.of(), Optional.empty()));
        byte[] quoted = {(byte) 0x93, 'a', (byte) 0x94, ' ', (byte) 0x80};
        assertThat(SourceText.of(quoted).markdown()).isEqualTo("\u201ca\u201d €");
    }

    @Test
    void binaryFilesAreRefused() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13};
        byte[] oddUtf16 = {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'};
        for (byte[] bytes : List.of(picture, oddUtf16, "a\0b".getBytes(UTF_8), "# a".getBytes(UTF_16LE))) {
            assertThatThrownBy(() -> SourceText.of(bytes))
                    .isInstanceOf(FileRefused.class)
                    .hasMessageContaining("not text");
        }
    }

    @Test
    void anEmptyFileIsAnEmptyText() throws FileRefused {
        assertThat(markdown("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '|',
            value = {
                "[a]({% page \"team/people\" %}); [a](/team/people)",
                "[a]({% page \"/team/people/\" %}#part); [a](/team/people/#part)",
                "[a]({%- link \"team/people.md\" -%}); [a](/team/people.md)",
                "{% image \"img/a.png\" \"A picture\" %}; ![A picture](/img/a.png)",
                "{% image \"/img/a.png\", \"A picture\" %}; ![A picture](/img/a.png)",
                "{% image \"img/a.png\" %}; ![](/img/a.png)",
                "{% image \"https://x.org/a.png\" \"$1\" %}; ![$1](https://x.org/a.png)",
                "![a]({{ site.baseurl }}/img/a.png); ![a](/img/a.png)",
                "![a]({{base.baseurl}}/img/a.png); ![a](/img/a.png)",
                "[a]({{ site.base_url }}/b); [a](/b)",
                "{% include \"x\" %} {{ page.title }}; {% include \"x\" %} {{ page.title }}"
            })
    void linksOfSiteGeneratorsBecomePlain(String written, String plain) throws FileRefused {
        assertThat(markdown(written)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`{% page \"a\" %}`",
                "`` {% page \"a\" %} ``",
                "```\n{% page \"a\" %}\n```\n",
                "~~~ liquid\n{% page \"a\" %}\n```\n{{ site.baseurl }}\n~~~\n",
                "  ```\n{% page \"a\" %}\n  ```\n",
                "````\n```\n{% page \"a\" %}\n```\n````\n",
                "```\n{% page \"never closed\" %}\n"
            })
    void linksInCodeAreUnchanged(String code) throws FileRefused {
        assertThat(markdown(code)).isEqualTo(code);
    }

    @Test
    void linksAroundCodeAreReplaced() throws FileRefused {
        assertThat(
                        markdown(
                                "{% page \"a\" %} `{% page \"b\" %}` {% page \"c\" %}\n```\n{% page \"d\" %}\n```\n{% page \"e\" %}"))
                .isEqualTo("/a `{% page \"b\" %}` /c\n```\n{% page \"d\" %}\n```\n/e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redirect_from:\n  - /old/\n  - older.html\n",
                "redirect_from:\n- /old/\n- older.html\n",
                "aliases:\n  - \"/old/\"\n  - 'older.html'\n",
                "redirect_from: [/old/, older.html]\n",
                "aliases: [\"/old/\", 'older.html']\n",
                "aliases: /old/\nredirect_from: older.html\n",
                "title: T\nredirect_from:\n  - /old/\n  - older.html\ntags:\n  - not-this\n"
            })
    void formerAddressesAreReadInAllNotations(String yaml) throws FileRefused {
        List<String> both = List.of("/old/", "older.html");
        assertThat(formerAddresses("---\n" + yaml + "---\n# T\n")).isEqualTo(both);
        assertThat(formerAddresses(("---\n" + yaml + "---\n# T\n").replace("\n", "\r\n")))
                .isEqualTo(both);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: T\n---\n",
                "---\naliases:\n---\n",
                "---\naliases: []\n---\n",
                "---\naliases: null\n---\n",
                "---\nother_aliases: /old/\n---\n",
                "# T\n\naliases: /old/\n",
                "# T\n\n---\naliases: /old/\n---\n",
                "---\naliases: /never/closed\n"
            })
    void withoutFrontMatterThereAreNoFormerAddresses(String markdown) throws FileRefused {
        assertThat(formerAddresses(markdown)).isEmpty();
    }

    @Test
    void aVeryLongListIsTruncated() throws FileRefused {
        assertThat(formerAddresses("---\naliases:\n" + "  - /old/\n".repeat(20_000) + "---\n"))
                .hasSize(50);
    }

    private static String markdown(String written) throws FileRefused {
        return SourceText.of(written.getBytes(UTF_8)).markdown();
    }

    private static List<String> formerAddresses(String written) throws FileRefused {
        return SourceText.of(written.getBytes(UTF_8)).formerAddresses();
    }

    @ParameterizedTest
    @CsvSource({"# Plan, Plan", "# Plan ##, Plan", "# C#, C#", "# C# #, C#", "#  Plan B  , Plan B"})
    void theTitleIsTheFirstHeadingWithoutItsClosingSigns(String heading, String title) throws FileRefused {
        assertThat(SourceText.of((heading + "\n\nText").getBytes(UTF_8)).title())
                .contains(title);
    }

    /** It takes a day if each sign may be the first one of those at the end. */
    @Test
    void aHeadingOfAMillionSignsIsReadOnce() throws FileRefused {
        String signs = "#".repeat(1 << 20);
        assertThat(SourceText.of(("# " + signs + "x").getBytes(UTF_8)).title()).contains(signs + "x");
        assertThat(SourceText.of(("# " + signs).getBytes(UTF_8)).title()).isEmpty();
    }

    @Test
    void theTextOfAnExportedPageIsTakenAsItIs() throws FileRefused {
        PageHeader header =
                new PageHeader("Title", "a/b", "Ada", Instant.EPOCH, 1, List.of("old"), List.of(), List.of());
        String markdown = "# Heading\n\n{% link \"/x.md\" %}";

        SourceText text = SourceText.of(header.addTo(markdown).getBytes(UTF_8));

        assertThat(text.markdown()).isEqualTo(markdown);
        assertThat(text.title()).contains("Title");
        assertThat(text.formerAddresses()).containsExactly("old");
        assertThat(text.header().map(PageHeader::path)).contains("a/b");
    }
}

package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.rendering.FrontMatter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageHeaderTest {
    private static final PageHeader HEADER = new PageHeader(
            "A \"quoted\" title: 🚀 #1",
            "guides/on-call",
            "Ada",
            Instant.parse("2026-02-03T04:05:06Z"),
            3,
            List.of("old/rota"),
            List.of("p.png"),
            List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# A\n\ntext",
                "\n\n# A",
                "# A\r\n\r\nWindows\r\n",
                "---\ntitle: Own\ntags: [a, b]\n---\n# A",
                "---\r\ntitle: Own\r\n---\r\n# A",
                "---\ntitle: Own\n---",
                "---\n---\ntext",
                "+++\ntitle = \"Own\"\n+++\n# A",
                "---\n\nA text that begins with a rule\n\n---\n",
                "---\nunclosed: yes\n",
                "\uFEFF# A",
                "\uFEFF---\ntitle: Own\n---\n# A",
                "---\n# commonplace: {\"not\": \"ours\"}\ntitle: Own\n---\n# A",
                "---\n# commonplace: broken\n---\n"
            })
    void theTextIsReadAgainToTheLastCharacter(String text) {
        PageHeader.Found found = PageHeader.read(HEADER.addTo(text)).orElseThrow();

        assertThat(found.markdown()).isEqualTo(text);
        assertThat(found.header())
                .usingRecursiveComparison()
                .ignoringFields("date")
                .isEqualTo(HEADER);
    }

    @Test
    void aTextOfAnExportedFileThatWasPastedIntoAPageStaysItsOwn() {
        String once = HEADER.addTo("# A");

        PageHeader.Found found = PageHeader.read(HEADER.addTo(once)).orElseThrow();

        assertThat(found.markdown()).isEqualTo(once);
    }

    @Test
    void otherProgramsReadTitleAndFormerAddresses() {
        FrontMatter front = FrontMatter.of(HEADER.addTo("# A"));

        assertThat(front.title()).isEqualTo("A \"quoted\" title: 🚀 #1");
        assertThat(front.aliases()).containsExactly("old/rota");
        assertThat(front.body()).isEqualTo("\n# A");
    }

    @Test
    void thePagesOwnFrontMatterStaysAsItIsForOtherPrograms() {
        FrontMatter front = FrontMatter.of(HEADER.addTo("---\ntitle: Own\naliases: [x]\n---\n# A"));

        assertThat(front.title()).isEqualTo("Own");
        assertThat(front.aliases()).containsExactly("x");
        assertThat(front.body()).isEqualTo("# A");
    }

    @Test
    void aFileWhoseLineEndsWereConvertedIsStillRead() {
        String converted = HEADER.addTo("# A\n").replace("\n", "\r\n");

        assertThat(PageHeader.read(converted).orElseThrow().markdown()).isEqualTo("# A\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# A",
                "",
                "---\ntitle: A\n# commonplace: {}\n---\n",
                "---\n# commonplace: {\"added\": \"block\"}\n---\n",
                "---\n# commonplace: [1]\n---\n",
                "---\n# commonplace: {\"added\": \"line\", \"path\": 1, \"title\": \"\"}\n---\n"
            })
    void anyOtherTextHasNone(String text) {
        assertThat(PageHeader.read(text)).isEmpty();
    }

    @Test
    void linksAreWrittenAsTheyWereUnlessSomebodyHasChangedThem() {
        List<LinkEdit> edits = List.of(new LinkEdit(4, "b.md", "/b"), new LinkEdit(14, "c.md", "<../c>"));
        PageHeader header = new PageHeader("A", "a", "Ada", Instant.EPOCH, 1, List.of(), List.of(), edits);
        String exported = header.addTo("[b](b.md) [c](c.md)");

        assertThat(PageHeader.read(exported).orElseThrow().markdown()).isEqualTo("[b](/b) [c](<../c>)");
        assertThat(PageHeader.read(exported.replace("(c.md)", "(d.md)"))
                        .orElseThrow()
                        .markdown())
                .isEqualTo("[b](/b) [c](d.md)");
        assertThat(PageHeader.read(exported.replace("[b](b.md) ", ""))
                        .orElseThrow()
                        .markdown())
                .isEqualTo("[c](c.md)");
    }
}

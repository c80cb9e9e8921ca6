package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An export that is imported into an empty space gives the same space. */
class RoundTripTest {
    @Test
    void theHandbookIsTheSameAfterwardsToTheLastByte() throws IOException {
        Path root = Path.of("src/handbook");
        Zipped zip = new Zipped();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.with(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        SampleSpace before = SampleSpace.imported(zip.bytes());

        SampleSpace after = SampleSpace.imported(before.exported());

        assertThat(before.titles()).hasSizeGreaterThan(40);
        assertSame(before, after);
        assertThat(after.texts()).isEqualTo(before.texts());
        assertThat(after.exported()).isEqualTo(before.exported());
    }

    @Test
    void hardNamesKeepTheirAddressesAndTheirTexts() {
        String decomposed = Normalizer.normalize("Größe.md", Normalizer.Form.NFD);
        SampleSpace before = SampleSpace.imported(new Zipped()
                .with("index.md", "# Front\n\n[a](C.md) [b](C++.md) [c](C%23.md#x) [d](guide.md) [e](guide/index.md)")
                .with("C.md", "# The C language")
                .with("C++.md", "# Another language\n\n[[The C language]]")
                .with("C#.md", "# A third")
                .with("guide.md", "# Beside the folder")
                .with("guide/index.md", "# Of the folder\n\n![](img/p.png) <img src=\"img/p.png\">")
                .with("guide/README.md", "# Read me")
                .with("guide/img/p.png", new byte[] {1, 2, 3})
                .with("On Call.md", "---\ntitle: \"On call: now\"\naliases: [rota]\n---\ntext [f](<On Call.md>)")
                .with("Größe.md", "# Größe\n\n[same](" + decomposed + ")")
                .with("日本語.md", "# 日本語 🚀\r\n\r\nWindows\r\n")
                .with("🚀.md", "No heading, {% link \"x\" %} after the import only")
                .with("robots.html.md", "+++\ntitle = \"Robots\"\n+++\n")
                .with("empty/deep/a.md", "")
                .bytes());

        SampleSpace after = SampleSpace.imported(before.exported());

        assertThat(before.titles()).containsKeys("c", "c-plus-plus", "c-sharp", "guide", "guide/readme", "rocket");
        assertSame(before, after);
        assertThat(after.texts()).isEqualTo(before.texts());
    }

    @Test
    void pagesFromTheEditorKeepTheirAddressesTitlesAndFiles() {
        SampleSpace before = new SampleSpace()
                .moved("", "", "Front", "Written here")
                .with("index", "index", "A page with the name of a front page")
                .with("readme", "Read me", "# Another heading than the title")
                .with("con", "con", "{% link \"kept\" %}")
                .with("notes", "Notes", "![](p.png)")
                .with("notes/below", "Below", "---\n\nbegins with a rule")
                .with("x.md", "x.md", "")
                .withFile("p.png", "notes")
                .withFile("notes/q.png", "notes")
                .redirecting("old/notes", "notes");

        SampleSpace after = SampleSpace.imported(before.exported());

        assertSame(before, after);
        assertThat(after.texts()).isEqualTo(before.texts());
        assertThat(after.exported()).isEqualTo(before.exported());
    }

    @Test
    void linksThatNoFileSystemUnderstandsAreRewrittenOnce() {
        SampleSpace before = new SampleSpace()
                .moved("", "", "Front", "[a](/new/place) [b](new/place#part) [c](/s/docs/new/place?x=1) [d](old/place.md)")
                .with("new", "New", "")
                .with("old", "Old", "")
                .moved("old/place.md", "new/place", "Moved", "[a](sibling.md) ![p](<p 1.png>) `[no](sibling)`\n\n[r]: sibling")
                .moved("old/sibling.md", "old/sibling", "Sibling", "[gone](gone.md) <a href='../old/place'>x</a>")
                .withFile("old/p 1.png", "new/place")
                .redirecting("old/place", "new/place");

        SampleSpace after = SampleSpace.imported(before.exported());

        assertThat(after.texts())
                .containsEntry(
                        "", "[a](new/place.md) [b](new/place.md#part) [c](new/place.md?x=1) [d](new/place.md)")
                .containsEntry(
                        "new/place",
                        "[a](../old/sibling.md) ![p](<../old/p%201.png>) `[no](sibling)`\n\n[r]: ../old/sibling.md")
                .containsEntry("old/sibling", "[gone](gone.md) <a href='../new/place.md'>x</a>");
        assertSame(before, after);
        assertThat(after.exported()).isEqualTo(SampleSpace.imported(after.exported()).exported());
    }

    private static void assertSame(SampleSpace before, SampleSpace after) {
        assertThat(after.problems()).isEqualTo(List.of());
        assertThat(after.titles()).isEqualTo(before.titles());
        assertThat(after.parents()).isEqualTo(before.parents());
        assertThat(after.files()).isEqualTo(before.files());
        assertThat(after.formerPaths()).isEqualTo(before.formerPaths());
        assertThat(after.html()).isEqualTo(before.html());
    }
}

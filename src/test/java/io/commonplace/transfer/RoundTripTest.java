package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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
    void linksThatNoFileSystemUnderstandsAreRewrittenInTheArchiveOnly() {
        SampleSpace before = new SampleSpace()
                .moved("", "", "Front", "[a](/guide) [b](guide#part) [c](guide/) [d](former.md) ![p](</img/p 1.png>)")
                .with("guide", "Guide", "`[a](/)` [a](.)\n\n[r]: /guide/below 'title'")
                .with("guide/below", "Below", "<img src='/img/p%201.png'> [up](../guide?a=1&b=2#part)")
                .withFile("img/p 1.png", "")
                .redirecting("former", "guide");

        byte[] archive = before.exported();

        assertThat(ofFile(archive, "docs/index.md"))
                .endsWith("[a](guide.md) [b](guide.md#part) [c](guide.md) [d](guide.md) ![p](<img/p%201.png>)");
        assertThat(ofFile(archive, "docs/guide.md")).endsWith("`[a](/)` [a](index.md)\n\n[r]: guide/below.md 'title'");
        assertThat(ofFile(archive, "docs/guide/below.md"))
                .endsWith("<img src='../img/p%201.png'> [up](../guide.md?a=1&b=2#part)");
        SampleSpace after = SampleSpace.imported(archive);
        assertSame(before, after);
        assertThat(after.texts()).isEqualTo(before.texts());
    }

    @Test
    void aSearchIsNotTakenForAPageOfThatName() {
        SampleSpace before = new SampleSpace()
                .with("search", "Search", "")
                .with("notes", "Notes", "[page](/search) [Ann Lee](/search?q=&by=Ann+Lee)");

        byte[] archive = before.exported();

        assertThat(ofFile(archive, "docs/notes.md")).endsWith("[page](search.md) [Ann Lee](/search?q=&by=Ann+Lee)");
        assertThat(SampleSpace.imported(archive).texts()).isEqualTo(before.texts());
    }

    @Test
    void linksThatWouldBreakAreRewrittenForGood() {
        SampleSpace before = new SampleSpace()
                .moved("", "", "Front", "[a](/s/docs/new/place?x=1) [b](/s/other/page)")
                .with("new", "New", "")
                .with("old", "Old", "")
                .moved("old/place.md", "new/place", "Moved", "[a](sibling.md) ![p](<p 1.png>)")
                .moved("old/sibling.md", "old/sibling", "Sibling", "[gone](gone.md) <a href='../old/place'>x</a>")
                .withFile("old/p 1.png", "new/place")
                .redirecting("old/place", "new/place");

        SampleSpace after = SampleSpace.imported(before.exported());

        assertThat(after.texts())
                .containsEntry("", "[a](new/place.md?x=1) [b](/s/other/page)")
                .containsEntry("new/place", "[a](../old/sibling.md) ![p](<../old/p%201.png>)")
                .containsEntry("old/sibling", "[gone](gone.md) <a href='../old/place'>x</a>");
        assertSame(before, after);
        SampleSpace again = SampleSpace.imported(after.exported());
        assertThat(again.texts()).isEqualTo(after.texts());
    }

    @Test
    void linksByTheFormerNameOfAFileGetItsCurrentOne() {
        SampleSpace before = new SampleSpace()
                .moved("", "", "Front", "![p](old.png) [q](img/q.png)")
                .withFile("new.png", "")
                .withFile("img/q.png", "")
                .renamedFile("old.png", "new.png");

        SampleSpace after = SampleSpace.imported(before.exported());

        assertThat(after.texts()).containsEntry("", "![p](new.png) [q](img/q.png)");
        assertSame(before, after);
    }

    private static String ofFile(byte[] archive, String name) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && !entry.getName().equals(name)) {
                entry = zip.getNextEntry();
            }
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

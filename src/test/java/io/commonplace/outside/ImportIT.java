package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ImportIT {
    @Test
    void theHandbookIsImportedWithoutAFailureOrABrokenLink() {
        Space space = Space.named("handbook");

        JsonObject job = Import.start(space, Zip.ofHandbook().bytes()).end();

        assertThat(job.getString("state")).isEqualTo("DONE");
        assertThat(job.getJsonArray("notes")).as("problems and broken links").isEmpty();
        assertThat(job.getInt("done")).isEqualTo(job.getInt("total")).isGreaterThan(40);
        Answer page = Visitor.administrator().get(space.href("how-it-works/jobs"));
        assertThat(page.prose()).isNotEmpty();
        assertThat(page.page().select(".prose img")).isNotEmpty();
    }

    @Test
    void importingTheSameArchiveAgainChangesNothing() {
        Space space = Space.named("again");
        byte[] archive = Zip.aZip()
                .with("index.md", "# Front\n\n[On](a/b.md)")
                .with("a/b.md", "# B\n\n![](i.svg)")
                .with("a/i.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
                .bytes();
        Import.start(space, archive).end();

        JsonObject second = Import.start(space, archive).end();

        assertThat(second.getString("state")).isEqualTo("DONE");
        assertThat(second.getString("message")).startsWith("Nothing has changed");
        assertThat(Pages.in(space).values()).as("revisions").containsOnly(1);
    }

    @Tag("thorough")
    @Test
    void concurrentImportsOfOneArchiveCreateEachPageOnce() {
        Space space = Space.named("twice");
        byte[] archive = Zip.ofPages(200).bytes();
        Import first = Import.start(space, archive);
        Import second = Import.start(space, archive);

        assertThat(first.end().getString("state")).isEqualTo("DONE");
        assertThat(second.end().getString("state")).isEqualTo("DONE");
        assertThat(Pages.in(space).values()).as("revisions").containsOnly(1);
    }

    @Tag("thorough")
    @Test
    void aSmallImportDoesNotWaitForABigOne() {
        Import big = Import.start(Space.named("big"), Zip.ofPages(3000).bytes());
        await("steps of the big one")
                .atMost(Duration.ofMinutes(2))
                .until(() -> big.now().getInt("done") > 0);

        JsonObject small = Import.start(
                        Space.named("small"), Zip.aZip().with("a.md", "# A").bytes())
                .end();

        assertThat(small.getString("state")).isEqualTo("DONE");
        assertThat(big.now().getInt("done")).as("pages of the big one").isLessThan(2700);
        assertThat(big.end().getString("state")).isEqualTo("DONE");
    }

    @Test
    void aChangedArchiveAddsRevisionsForChangedFilesOnly() {
        Space space = Space.named("changed");
        Import.start(space, Zip.aZip().with("a.md", "# A").with("b.md", "# B").bytes())
                .end();

        JsonObject second = Import.start(
                        space,
                        Zip.aZip()
                                .with("a.md", "# A\n\nmore")
                                .with("b.md", "# B")
                                .bytes())
                .end();

        assertThat(second.getString("message")).startsWith("Pages: 0 new, 1 updated, 1 unchanged.");
        assertThat(Pages.in(space)).containsEntry("a", 2).containsEntry("b", 1);
    }

    @Test
    void brokenLinksAreListedByPageAndTheOthersWork() {
        Space space = Space.named("links");

        JsonObject job = Import.start(
                        space,
                        Zip.aZip()
                                .with(
                                        "a/one.md",
                                        "# One\n\n[two](../b/two.md#part) [none](gone.md) <img src=\"../b/p.png\">")
                                .with("b/two.md", "# Two\n\n## Part\n\n[one][r] [bare](../a/one)\n\n[r]: ../a/one.md")
                                .with("b/p.png", new byte[] {1, 2, 3})
                                .bytes())
                .end();

        assertThat(job.getJsonArray("notes").getValuesAs(JsonObject.class).stream()
                        .collect(
                                Collectors.toMap(note -> note.getString("subject"), note -> note.getString("message"))))
                .containsExactly(Map.entry("a/one.md", "Broken link: gone.md"));
        Visitor reader = Visitor.administrator();
        assertThat(reader.get("/jobs/" + job.getInt("id") + "/report.csv").body())
                .contains(
                        "\"Hint\",\"a/one.md\",\"3\",\"Broken link: gone.md\",\"[two](../b/two.md#part) [none](gone.md)");
        Answer one = reader.get(space.href("a/one"));
        String two = one.page().select(".prose a").attr("href");
        assertThat(two).isEqualTo(space.href("b/two") + "#part");
        assertThat(reader.get(two).page().select(".prose a").eachAttr("href"))
                .filteredOn(href -> href.startsWith("/s/"))
                .containsOnly(space.href("a/one"));
        assertThat(reader.get(one.page().select(".prose img").attr("src")).status())
                .isEqualTo(200);
    }

    @Test
    void linksFindTheirFilesByNameInTheImportAndInTheEditor() {
        Space space = Space.named("names");
        String links = "[a](C.md) [b](C++.md) [[backup plan#Step one]] [[Team handbook]] ![[logo.png]]";
        JsonObject job = Import.start(
                        space,
                        Zip.aZip()
                                .with("start.md", "# Start\n\n" + links)
                                .with("C.md", "# The C language")
                                .with("C++.md", "# Another language")
                                .with("Ops/Backup Plan.md", "# Saving\n\n## Step one")
                                .with("team/index.md", "# Team handbook")
                                .with("files/logo.png", new byte[] {1, 2, 3})
                                .bytes())
                .end();
        assertThat(job.getJsonArray("notes")).isEmpty();
        Visitor writer = Visitor.administrator();
        List<String> imported = hrefs(writer, space);
        assertThat(imported)
                .containsExactly(
                        space.href("c"),
                        space.href("c-plus-plus"),
                        space.href("ops/backup-plan") + "#step-one",
                        space.href("team"));

        String editor = "/edit?space=" + space.slug() + "&page=start";
        assertThat(writer.submit(editor, "edit", Map.of("markdown", "Changed: " + links))
                        .status())
                .isEqualTo(302);
        assertThat(hrefs(writer, space)).isEqualTo(imported);
    }

    private static List<String> hrefs(Visitor reader, Space space) {
        Answer page = reader.get(space.href("start"));
        assertThat(page.page().select(".prose img")).hasSize(1);
        return page.page().select(".prose p a").eachAttr("href");
    }

    @Test
    void bothClonesWorkOnALargeImport() {
        JsonObject job =
                Import.start(Space.named("shared"), Zip.ofPages(400).bytes()).end();

        assertThat(job.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                        .filter(share -> share.getInt("done") > 0)
                        .map(share -> share.getString("worker").replaceFirst("@.*", "")))
                .containsExactlyInAnyOrderElementsOf(Cluster.CLONES);
    }
}

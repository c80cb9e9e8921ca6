package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExportIT {
    private final Visitor administrator = Visitor.administrator();

    @Test
    void theHandbookIsTheSameAfterAnExportAndAnImport() {
        Space space = Space.named("taken-out");
        Import.start(space, Zip.ofHandbook().bytes()).end();

        Export.Ended export = Export.byForm(administrator, space, "", "SPACE").ended();

        Answer job = administrator.get("/jobs/" + export.job());
        assertThat(job.page().select("a:contains(Download)").attr("href")).isEqualTo(export.download());
        Answer download = administrator.get(export.download());
        assertThat(download.header("Content-Type")).isEqualTo("application/zip");
        assertThat(download.header("Content-Disposition"))
                .startsWith("attachment; filename=\"" + space.slug() + ".zip\"");
        assertThat(download.header("Content-Length")).isEqualTo(Integer.toString(export.bytes().length));
        Space copy = Space.named("taken-in");
        JsonObject in = Import.start(copy, export.bytes()).end();
        assertThat(in.getString("state")).isEqualTo("DONE");
        assertThat(in.getJsonArray("notes")).as("problems and broken links").isEmpty();
        assertThat(Pages.in(copy).keySet()).isEqualTo(Pages.in(space).keySet());
        assertThat(shown(copy)).isEqualTo(shown(space));

        JsonObject again = Import.start(copy, export.bytes()).end();

        assertThat(again.getString("message")).startsWith("Nothing has changed");
    }

    /** Some pages: their title, their source, and where their links lead. */
    private Map<String, String> shown(Space space) {
        Map<String, String> shown = new TreeMap<>();
        for (String page : List.of("", "using", "using/importing", "using/sampler", "how-it-works/jobs")) {
            Answer answer = administrator.get(page.isEmpty() ? space.href() : space.href(page));
            List<String> links = answer.page().select(".prose a").eachAttr("href");
            shown.put(
                    page,
                    answer.page().select("h1").text()
                            + source(space, page)
                            + String.join(" ", links)
                                    .replace(space.href(), "SPACE")
                                    .replaceAll("/files/\\d+/", "/files/"));
        }
        return shown;
    }

    private String source(Space space, String page) {
        return administrator.get(space.editing(page)).page().select("#markdown").val();
    }

    @Test
    void aPageWithAllBelowItBringsTheFilesThatItShows() {
        Space space = Space.named("part");
        Import.start(
                        space,
                        Zip.aZip()
                                .with("index.md", "# Front")
                                .with("a/index.md", "# A\n\n[b](b.md) [front](../index.md)")
                                .with("a/b.md", "# B\n\n![](../img/p.png)")
                                .with("c.md", "# C")
                                .with("img/p.png", new byte[] {1, 2, 3})
                                .with("img/q.png", new byte[] {4})
                                .bytes())
                .end();
        String root = space.slug() + "/";

        Map<String, byte[]> files =
                Export.byForm(administrator, space, "a", "TREE").ended().files();

        assertThat(files.keySet()).containsExactlyInAnyOrder(root + "a/index.md", root + "a/b.md", root + "img/p.png");
        assertThat(files.get(root + "img/p.png")).containsExactly(1, 2, 3);
        assertThat(files.get(root + "a/b.md"))
                .asString(StandardCharsets.UTF_8)
                .contains("title: \"B\"")
                .endsWith("# B\n\n![](../img/p.png)");
        assertThat(Export.byForm(administrator, space, "a/b", "PAGE")
                        .ended()
                        .files()
                        .keySet())
                .containsExactlyInAnyOrder(root + "a/b.md", root + "img/p.png");
    }

    @Test
    void earlierTextsAreThereIfWanted() {
        Space space = Space.make(administrator, "earlier");
        space.create(administrator, "page", "first");
        space.save(administrator, "page", "second");
        String root = space.slug() + "/";

        Map<String, byte[]> files =
                Export.start(space, "&format=revisions").ended().files();

        assertThat(files.keySet()).containsExactlyInAnyOrder(root + "page.md", root + ".revisions/page.jsonl");
        assertThat(new String(files.get(root + ".revisions/page.jsonl"), StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"number\":1", "\"markdown\":\"first\""),
                        line -> assertThat(line).contains("\"number\":2", "\"markdown\":\"second\""));
    }

    @Test
    void onlyWhoHasAskedForAnArchiveGetsItWhileTheyMayViewTheSpace() {
        Space space = Space.make(administrator, "whose");
        space.create(administrator, "page", "text");
        Person person = Person.make(administrator);
        person.may(administrator, space, "VIEW");
        Visitor reader = person.signedIn();
        assertThat(reader.get("/export?space=" + space.slug() + "&page=page")
                        .page()
                        .select("input[value=SPACES]"))
                .isEmpty();

        Export.Ended export = Export.byForm(reader, space, "page", "PAGE").ended();

        assertThat(reader.get(export.download()).status()).isEqualTo(200);
        assertThat(administrator.get(export.download()).status()).isEqualTo(404);
        person.may(administrator, space, "NONE");
        assertThat(reader.get(export.download()).status()).isEqualTo(404);
        assertThat(reader.get("/export?space=" + space.slug() + "&page=page").status())
                .isEqualTo(404);
    }

    @Test
    void aSpaceWithoutPagesHasNothingToExport() {
        Space space = Space.make(administrator, "nothing");

        JsonObject job = new Import(Export.start(space, "").job()).end();

        assertThat(job.getString("state")).isEqualTo("FAILED");
        assertThat(job.getString("message")).isEqualTo("There is nothing to export.");
        assertThat(job.getString("download")).isEmpty();
    }
}

package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class HistoryIT {
    private final Visitor writer = Visitor.administrator();
    private final Space space = Space.make(writer, "history");

    HistoryIT() {
        space.create(writer, "runbook", "Call the old number.\n\nThen <b>wait</b>.");
        space.save(writer, "runbook", "Call the new number.\n\nThen <b>wait</b>.");
    }

    @Test
    void theHistoryOffersToCompareTheTwoNewestRevisions() {
        Document history = writer.get(about("/history")).page();

        assertThat(history.select("input[name=from][checked]").val()).isEqualTo("1");
        assertThat(history.select("input[name=to][checked]").val()).isEqualTo("2");
        assertThat(history.select("form[action=/compare] button").text()).isEqualTo("Compare selected revisions");
    }

    @Test
    void theWordsThatDifferAreMarked() {
        Document comparison = writer.get(about("/compare") + "&from=2&to=1").page();

        assertThat(comparison.select(".before").text()).contains("Call the old number.");
        assertThat(comparison.select("del").eachText()).containsExactly("old");
        assertThat(comparison.select("ins").eachText()).containsExactly("new");
        assertThat(comparison.select(".same .after").text()).contains("Then <b>wait</b>.");
    }

    @Test
    void aRevisionThatIsNotThereIsNotFound() {
        assertThat(writer.get(about("/compare") + "&from=1&to=7").status()).isEqualTo(404);
        assertThat(writer.get(about("/revision/restore") + "&number=7").status())
                .isEqualTo(404);
    }

    @Test
    void anOldTextIsRestoredAsANewRevision() {
        Answer restored = writer.submit(about("/revision/restore") + "&number=1", "restore", Map.of());

        assertThat(restored.location()).isEqualTo(space.href("runbook"));
        assertThat(writer.get(space.href("runbook")).prose()).startsWith("Call the old number.");
        assertThat(Pages.in(space)).containsEntry("runbook", 3);
        assertThat(writer.get(about("/history")).page().text()).contains("Restored revision 1");
    }

    @Test
    void theHistoryTellsWhatHappenedBesideTheText() {
        Files.add(writer, "/attachments?space=" + space.slug() + "&page=runbook", "notes.txt", "note");
        writer.submit(space.moving("runbook"), "move", Map.of("name", "on call"));
        writer.submit(space.deleting("on-call"), "delete", Map.of());
        String restoring =
                writer.get(space.trash()).page().select("a[href*=restore]").attr("href");
        writer.submit(restoring, "restore", Map.of());
        String about = "/history?space=" + space.slug() + "&page=on-call";

        List<String> rows = writer.get(about).page().select("tbody .fill").eachText();

        assertThat(rows)
                .startsWith(
                        "Restored the page from the trash",
                        "Moved the page from runbook to on-call",
                        "Added the file notes.txt");
        assertThat(writer.get(about.replace("/history?", "/history/events?"))
                        .page()
                        .select("tbody .fill")
                        .eachText())
                .hasSize(3);
    }

    @Test
    void aTextThatThePersonHasNotSeenIsNotReplaced() {
        String address = about("/revision/restore") + "&number=1";
        var form = writer.get(address).form("restore");
        space.save(writer, "runbook", "Call nobody.");

        Answer refused = writer.send(form, address, Map.of());

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.page().select("[role=alert]").text()).contains("Not restored: revision 3");
        assertThat(writer.get(space.href("runbook")).prose()).isEqualTo("Call nobody.");
    }

    @Test
    void minorChangesAreFoldedInTheHistory() {
        saveMinor("Call the newer number.");
        saveMinor("Call the newest number.");
        space.save(writer, "runbook", "Call nobody.");

        Document history = writer.get(about("/history")).page();
        assertThat(history.select("td.num").eachText()).containsExactly("5", "2", "1");
        assertThat(history.select("a[href*=minor=true]").text()).isEqualTo("Show 2 minor changes");

        Document all = writer.get(about("/history") + "&minor=true").page();
        assertThat(all.select("td.num").eachText()).containsExactly("5", "4", "3", "2", "1");
        assertThat(all.select(".badge-minor")).hasSize(2);
    }

    @Test
    void aMinorChangeIsTheCurrentRevisionAndNoRecentChange() {
        space.create(writer, "later", "Text");
        saveMinor("Call the newest number.");

        assertThat(writer.get(about("/history")).page().select("td.num").eachText())
                .startsWith("3", "2");
        assertThat(changes("/").indexOf("later")).isLessThan(changes("/").indexOf("runbook"));
        assertThat(changes("/?minor=true")).startsWith("runbook", "later");
    }

    @Test
    void eachParagraphHasItsAuthor() {
        Document authors = writer.get(about("/authors")).page();

        assertThat(authors.select("tbody tr").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).contains(" 2 Call the new number."),
                        second -> assertThat(second).contains(" 1 Then <b>wait</b>."));
    }

    private List<String> changes(String address) {
        return writer.get(address).page().select(".change").stream()
                .filter(change -> change.html().contains(space.href()))
                .map(change -> change.select("> a").text())
                .toList();
    }

    private void saveMinor(String markdown) {
        writer.submit(space.editing("runbook"), "edit", Map.of("markdown", markdown, "minor", "on"));
    }

    private String about(String view) {
        return view + "?space=" + space.slug() + "&page=runbook";
    }
}

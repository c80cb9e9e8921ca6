package io.commonplace.outside;

import static io.commonplace.outside.Zip.aZip;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;

/** Forms that are incomplete, or sent twice at the same moment. */
class FormsIT {
    private static final byte[] ARCHIVE = aZip().with("a.md", "# A").bytes();

    private final Visitor administrator = Visitor.administrator();

    @Test
    void anImportWithoutASpaceIsRefusedAtTheField() {
        Answer answer = importing(Map.of("choose", ""), ARCHIVE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(error(answer, "choose")).isEqualTo("Choose the space to import into.");
        assertThat(error(answer, "upload")).contains("Choose pages.zip again");
    }

    @Test
    void anImportIntoASpaceThatIsNotOfferedIsRefusedAtTheField() {
        assertThat(error(importing(Map.of("choose", "no-such-space"), ARCHIVE), "choose"))
                .isEqualTo("Choose the space to import into.");
    }

    @Test
    void anImportWithoutAFileIsRefusedAtTheField() {
        assertThat(error(importing(Map.of("choose", "handbook"), new byte[0]), "upload"))
                .contains("Choose a ZIP archive");
    }

    @Test
    void twoConcurrentUploadsIntoANewSpaceBothSucceed() throws Exception {
        Space space = Space.named("race");

        assertThat(atOnce(4, () -> Import.upload(space, ARCHIVE)))
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(202));
    }

    @Test
    void aGroupThatIsSentTwiceIsCreatedOnce() throws Exception {
        String name = "group " + UUID.randomUUID();

        assertMadeOnce("/admin/groups", Map.of("name", name));
    }

    @Test
    void aSpaceThatIsSentTwiceIsCreatedOnce() throws Exception {
        assertMadeOnce(
                "/admin/spaces",
                Map.of("name", "A race", "slug", Space.named("race").slug()));
    }

    @Test
    void aPersonWhoIsSentTwiceIsCreatedOnce() throws Exception {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);

        assertMadeOnce(
                "/admin/people", Map.of("name", name, "displayName", name, "password", "a long one for " + name));
    }

    @Test
    void aPageThatIsSentTwiceIsCreatedOnce() throws Exception {
        Space space = Space.make(administrator, "race");

        assertMadeOnce("/new?space=" + space.slug() + "&page=", Map.of("title", "Twice", "markdown", "Text"));
    }

    @Test
    void concurrentChangesOfASpaceLeaveOneOfThem() throws Exception {
        Space space = Space.make(administrator, "race");
        String path = "/admin/space?space=" + space.slug();

        assertAllDone(path, "describe", Map.of("name", "Another name"));

        assertThat(administrator.get(path).form("describe").formData())
                .anyMatch(field -> field.value().equals("Another name"));
    }

    @Test
    void concurrentlyGrantedRightsAreStoredOnce() throws Exception {
        Space space = Space.make(administrator, "race");
        String path = "/admin/rights?space=" + space.slug();
        String everyone = administrator
                .get(path)
                .page()
                .select("tr:contains(everyone) input")
                .attr("name");

        // Starts without a row, so that each request inserts one.
        assertAllDone(path, "rights", Map.of(everyone, "NONE"));
        assertAllDone(path, "rights", Map.of(everyone, "EDIT"));
    }

    private void assertAllDone(String path, String id, Map<String, String> values) throws Exception {
        FormElement form = administrator.get(path).form(id);

        assertThat(atOnce(4, () -> administrator.send(form, path, values)))
                .extracting(Answer::status)
                .containsOnly(302);
    }

    /** One succeeds; all others are refused with a message at a field. */
    private void assertMadeOnce(String path, Map<String, String> values) throws Exception {
        FormElement form = administrator.get(path).form("create");

        List<Answer> answers = atOnce(4, () -> administrator.send(form, path, values));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 302);
        assertThat(answers).filteredOn(answer -> answer.status() == 302).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 200)
                .allSatisfy(answer ->
                        assertThat(answer.page().select(".field-error").text()).contains("already"));
    }

    private Answer importing(Map<String, String> values, byte[] archive) {
        Map<String, String> fields = fields(administrator.get("/import").form("import"));
        fields.remove("check");
        fields.putAll(values);
        return administrator.post("/import", Multipart.of(fields).file("upload", "pages.zip", archive));
    }

    private static Map<String, String> fields(FormElement form) {
        Map<String, String> fields = new HashMap<>();
        for (KeyVal field : form.formData()) {
            fields.put(field.key(), field.value());
        }
        fields.remove("upload");
        form.select("input[type=submit]").forEach(button -> fields.put(button.attr("name"), button.val()));
        return fields;
    }

    private static String error(Answer answer, String field) {
        Document page = answer.page();
        return page.select("#" + field + "-error").text();
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(java.util.Collections.nCopies(times, work))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}

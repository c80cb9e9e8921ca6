package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Administrators change which words mean the same. */
class SynonymsIT {
    private static final String EDITOR = "/admin/synonyms";

    private final Visitor administrator = Visitor.administrator();
    private final String written = newWord();
    private final String typed = newWord();
    private final String group = typed + ", " + written + "\n";

    @AfterEach
    void reset() {
        administrator.submit(EDITOR + "/reset", "confirm", Map.of());
    }

    @Test
    void aSavedGroupHoldsOnAllClonesAtOnceUntilTheListIsReset() {
        writePage();
        assertFound(0);

        assertThat(save(open(), group + list()).location()).isEqualTo(EDITOR);
        assertFound(1);
        assertThat(list()).startsWith(group);

        administrator.submit(EDITOR + "/reset", "confirm", Map.of());
        assertFound(0);
        assertThat(list()).doesNotContain(typed);
    }

    @Test
    void aListIsTriedWithoutSavingIt() {
        writePage();
        Document page = press(open(), "try", group, Map.of("query", typed)).page();

        assertThat(page.select("section[aria-labelledby=with-saved] li")).isEmpty();
        assertThat(page.select("section[aria-labelledby=with-edited] li").text())
                .contains(written)
                .contains("New");
        assertThat(page.select("#text").val()).startsWith(group.strip());
        assertThat(list()).doesNotContain(typed);
        assertFound(0);
    }

    @Test
    void whoSavesSecondIsToldAndLosesNothing() {
        FormElement first = open();
        FormElement second = open();
        save(first, "first, " + typed);
        Answer refused = save(second, "second, " + typed);

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.page().select(".notice-error").text()).contains("has changed the synonyms in the meantime");
        assertThat(refused.page().select("#text").val()).contains("second, " + typed);
        assertThat(refused.page().select("#theirs").val()).contains("first, " + typed);
        assertThat(list()).contains("first, " + typed);

        assertThat(save(refused.form("synonyms"), "first, second, " + typed).location())
                .isEqualTo(EDITOR);
        assertThat(list()).contains("first, second, " + typed);
    }

    @Test
    void aProblemIsNamedWithItsLineAndTheTextStays() {
        Answer refused = save(open(), group + typed);

        assertThat(refused.page().select("#problems li").eachText())
                .singleElement()
                .asString()
                .startsWith("Line 2:");
        assertThat(refused.page().select("#text").val()).contains(group + typed);
        assertThat(list()).doesNotContain(typed);
    }

    private void writePage() {
        Space.make(administrator, "synonyms").create(administrator, "The " + written, "A text");
    }

    private void assertFound(int count) {
        for (String clone : Cluster.CLONES) {
            administrator.prefer(clone);
            assertThat(administrator.json("/api/search?q=" + typed).getInt("total"))
                    .as(clone)
                    .isEqualTo(count);
        }
    }

    private FormElement open() {
        return administrator.get(EDITOR).form("synonyms");
    }

    private String list() {
        return administrator.get(EDITOR).page().select("#text").val();
    }

    private Answer save(FormElement form, String text) {
        return press(form, "save", text, Map.of());
    }

    private Answer press(FormElement form, String button, String text, Map<String, String> others) {
        Map<String, String> fields = new HashMap<>(others);
        fields.put("text", text);
        form.select("input[type=submit]:not(#" + button + ")").remove();
        return administrator.send(form, EDITOR, fields);
    }

    private static String newWord() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }
}

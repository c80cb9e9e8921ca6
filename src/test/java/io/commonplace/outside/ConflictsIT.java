package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;

/** Two people have opened the same revision, and both save. */
class ConflictsIT {
    private static final String BEFORE = "Call the old number.\n\nThen wait.";

    private final Visitor writer = Visitor.administrator();
    private final Space space = Space.make(writer, "conflict");

    @Test
    void changesOfDifferentPartsAreMergedAndShownBeforeTheyAreSaved() {
        FormElement opened = open();
        space.save(Visitor.administrator(), "page", BEFORE.replace("wait", "wait an hour"));

        Answer merged = save(opened, BEFORE.replace("old", "new"));

        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.page().text()).contains("somebody else has saved this page in the meantime");
        assertThat(markdown(merged)).isEqualTo("Call the new number.\n\nThen wait an hour.");
        assertThat(merged.page().select(".merge ins").text()).isEqualTo("an hour");
        assertThat(space.source(writer)).isEqualTo("Call the old number.\n\nThen wait an hour.");

        assertThat(save(merged.form("edit"), markdown(merged)).status()).isEqualTo(302);
        assertThat(space.source(writer)).isEqualTo("Call the new number.\n\nThen wait an hour.");
    }

    @Test
    void whereBothHaveChangedTheSameWordsThePersonChooses() {
        FormElement opened = open();
        space.save(Visitor.administrator(), "page", BEFORE.replace("old", "green"));

        Answer conflict = save(opened, BEFORE.replace("old", "new"));
        assertThat(conflict.page().select(".conflict mark").eachText()).containsExactly("new", "green");
        assertThat(markdown(conflict)).as("the text as it was typed").isEqualTo(BEFORE.replace("old", "new"));

        for (Map.Entry<String, String> choice :
                Map.of("MINE", "new", "THEIRS", "green", "BOTH", "new green").entrySet()) {
            Answer chosen =
                    writer.send(conflict.form("edit"), space.editing("page"), Map.of("choice-1", choice.getKey()));
            assertThat(markdown(chosen)).isEqualTo(BEFORE.replace("old", choice.getValue()));
            assertThat(space.source(writer)).isEqualTo(BEFORE.replace("old", "green"));
        }
    }

    @Test
    void aFormWithoutAChoiceLosesNothing() {
        FormElement opened = open();
        space.save(Visitor.administrator(), "page", "Theirs");

        Answer conflict = save(opened, "Mine");
        Answer combined = writer.send(conflict.form("edit"), space.editing("page"), Map.of());
        assertThat(markdown(combined)).contains("Mine").contains("Theirs");

        assertThat(save(combined.form("edit"), markdown(combined)).status()).isEqualTo(302);
        assertThat(space.source(writer)).contains("Mine").contains("Theirs");
    }

    @Test
    void aThirdSaveInBetweenIsMergedToo() {
        FormElement opened = open();
        space.save(Visitor.administrator(), "page", BEFORE.replace("old", "green"));
        Answer conflict = save(opened, BEFORE.replace("old", "new"));
        space.save(
                Visitor.administrator(), "page", BEFORE.replace("old", "green").replace("wait", "go"));

        Answer chosen = writer.send(conflict.form("edit"), space.editing("page"), Map.of("choice-1", "MINE"));
        Answer merged = save(chosen.form("edit"), markdown(chosen));

        assertThat(markdown(merged)).isEqualTo("Call the new number.\n\nThen go.");
        assertThat(save(merged.form("edit"), markdown(merged)).status()).isEqualTo(302);
    }

    @Test
    void aTitleOfEachIsNotOverwrittenSilently() {
        FormElement opened = open();
        Visitor.administrator().submit(space.editing("page"), "edit", Map.of("title", "Theirs"));

        Answer merged = writer.send(opened, space.editing("page"), Map.of("title", "Mine"));

        assertThat(merged.page().select("#title").val()).isEqualTo("Mine");
        assertThat(merged.page().select(".merge").text()).contains("Theirs");
    }

    @Test
    void anUnchangedTextMakesNoRevision() {
        FormElement opened = open();

        Answer saved = save(opened, BEFORE);

        assertThat(saved.status()).isEqualTo(302);
        assertThat(writer.get(saved.location()).page().text()).contains("Nothing to save");
        assertThat(Pages.in(space)).containsEntry("page", 1);
    }

    private FormElement open() {
        space.create(writer, "page", BEFORE);
        return writer.get(space.editing("page")).form("edit");
    }

    private Answer save(FormElement form, String markdown) {
        return writer.send(form, space.editing("page"), Map.of("markdown", markdown));
    }

    private static String markdown(Answer answer) {
        return answer.page().select("#markdown").val();
    }
}

package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.pages.PageMerge.Conflict;
import io.commonplace.pages.TextComparison.Kind;
import io.commonplace.pages.TextComparison.Line;
import io.commonplace.pages.TextComparison.Part;
import io.commonplace.pages.TextComparison.Row;
import io.commonplace.pages.TextMerge.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageMergeTest {
    private static final String BASE = "Call the old number.\nWait for an answer.\nHang up.";

    @Test
    void aConflictIsShownWithTheLineAroundIt() {
        PageMerge merge = merge(BASE.replace("old", "new"), BASE.replace("old", "green"));

        assertThat(merge.conflicts()).extracting(Conflict::number).containsExactly(1);
        assertThat(merge.conflicts().get(0).rows())
                .containsExactly(new Row(Kind.CHANGED, line("new"), line("green"), 0));
    }

    @Test
    void conflictsAreChosenInTheirOrder() {
        PageMerge merge = merge(
                BASE.replace("old", "new").replace("Hang", "Give"),
                BASE.replace("old", "green").replace("Hang", "Look"));

        assertThat(merge.markdown(List.of(Choice.THEIRS, Choice.MINE)))
                .isEqualTo("Call the green number.\nWait for an answer.\nGive up.");
    }

    @Test
    void whereNothingIsChosenBothVersionsAreTaken() {
        PageMerge merge = merge(BASE.replace("old", "new"), BASE.replace("old", "green"));

        assertThat(merge.markdown(List.of())).startsWith("Call the new green number.");
    }

    @Test
    void aTitleThatOnlyOneHasChangedIsTaken() {
        assertThat(titles("Old", "Old", "Theirs")).isEqualTo(new PageMerge("Theirs", false, List.of()));
        assertThat(titles("Old", " Mine ", "Old")).isEqualTo(new PageMerge("Mine", false, List.of()));
        assertThat(titles("Old", "New", "New")).isEqualTo(new PageMerge("New", false, List.of()));
    }

    @Test
    void ofTwoNewTitlesThePersonsOwnIsTakenAndTheOtherIsReported() {
        assertThat(titles("Old", "Mine", "Theirs")).isEqualTo(new PageMerge("Mine", true, List.of()));
    }

    private static Line line(String word) {
        return new Line(1, List.of(new Part("Call the ", false), new Part(word, true), new Part(" number.", false)));
    }

    private static PageMerge merge(String mine, String theirs) {
        return PageMerge.of(text("Page", BASE), text("Page", mine), text("Page", theirs));
    }

    private static PageMerge titles(String base, String mine, String theirs) {
        return PageMerge.of(text(base, ""), text(mine, ""), text(theirs, ""));
    }

    private static PageText text(String title, String markdown) {
        return new PageText(title, markdown, "");
    }
}

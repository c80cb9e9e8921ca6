package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.pages.TextMerge.Choice;
import io.commonplace.pages.TextMerge.Part;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextMergeTest {
    private static final String BASE = "Call the old number.\n\nThen wait for an answer.\n";

    @Test
    void changesOfDifferentParagraphsAreMerged() {
        assertThat(merged(BASE, BASE.replace("old", "new"), BASE.replace("an answer", "the answer")))
                .isEqualTo("Call the new number.\n\nThen wait for the answer.\n");
    }

    @Test
    void changesOfDifferentWordsInOneLineAreMerged() {
        assertThat(merged("one two three four five", "1 two three four five", "one two three four 5 six"))
                .isEqualTo("1 two three four 5 six");
    }

    @Test
    void theSameChangeIsNoConflict() {
        String both = BASE.replace("old", "new");

        assertThat(merged(BASE, both, both)).isEqualTo(both);
    }

    @Test
    void whatOnlyOneHasChangedIsTakenFromThem() {
        assertThat(merged(BASE, BASE, "Other")).isEqualTo("Other");
        assertThat(merged(BASE, "Other", BASE)).isEqualTo("Other");
        assertThat(merged("", "Mine", "")).isEqualTo("Mine");
        assertThat(TextMerge.of("", "", "")).isEmpty();
    }

    @Test
    void theSameWordsAreAConflict() {
        List<Part> parts = TextMerge.of(BASE, BASE.replace("old", "new"), BASE.replace("old", "green"));

        assertThat(parts)
                .containsExactly(
                        same("Call the "), new Part("new ", "green "), same("number.\n\nThen wait for an answer.\n"));
        assertThat(text(parts, Choice.MINE)).startsWith("Call the new number.");
        assertThat(text(parts, Choice.THEIRS)).startsWith("Call the green number.");
        assertThat(text(parts, Choice.BOTH)).startsWith("Call the new green number.");
    }

    @Test
    void wordsSideBySideAreAConflict() {
        assertThat(TextMerge.of("a b c d", "a B c d", "a b C d"))
                .containsExactly(same("a "), new Part("B c ", "b C "), same("d"));
    }

    @Test
    void aChangeOfADeletedParagraphIsAConflict() {
        List<Part> parts = TextMerge.of(BASE, "Call the old number.\n", BASE.replace("an answer", "me"));

        assertThat(parts).hasSize(2);
        assertThat(parts.get(1)).isEqualTo(new Part("", "\nThen wait for me.\n"));
        assertThat(text(parts, Choice.BOTH)).isEqualTo("Call the old number.\n\nThen wait for me.\n");
    }

    @Test
    void paragraphsAddedAtOnePlaceAreKeptOneAfterTheOther() {
        List<Part> parts = TextMerge.of("First.", "First.\n\nMine.", "First.\n\nTheirs.");

        assertThat(text(parts, Choice.BOTH)).isEqualTo("First.\n\nMine.\n\nTheirs.");
    }

    @Test
    void aScriptWithoutSpacesIsMergedLetterByLetter() {
        assertThat(merged(
                        "\u4eca\u65e5\u306f\u3044\u3044\u5929\u6c17",
                        "\u660e\u65e5\u306f\u3044\u3044\u5929\u6c17",
                        "\u4eca\u65e5\u306f\u3044\u3044\u5929\u5019"))
                .isEqualTo("\u660e\u65e5\u306f\u3044\u3044\u5929\u5019");
    }

    @Test
    void wordsAndLinesTogetherAreTheText() {
        String text = "  - a  b\t\n\n\u4eca\u65e5 x\u00a0y\r\n\u2003end ";

        assertThat(String.join("", Words.of(text))).isEqualTo(text);
        assertThat(String.join("", Words.lines(text))).isEqualTo(text);
    }

    /** One megabyte without anything in common, and a line that is as long: no comparison of all pairs. */
    @Test
    void longTextsThatHaveNothingInCommonAreOneConflict() {
        String mine = "mine \n".repeat(170_000);
        String theirs = "theirs ".repeat(140_000);

        assertThat(TextMerge.of("base", mine, theirs)).containsExactly(new Part(mine, theirs));
    }

    private static Part same(String text) {
        return new Part(text, text);
    }

    /** The text of a merge without a conflict. */
    private static String merged(String base, String mine, String theirs) {
        return TextMerge.text(TextMerge.of(base, mine, theirs), List.of());
    }

    private static String text(List<Part> parts, Choice choice) {
        return TextMerge.text(parts, Collections.nCopies(parts.size(), choice));
    }
}

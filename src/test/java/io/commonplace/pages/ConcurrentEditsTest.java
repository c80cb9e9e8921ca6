package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.pages.TextMerge.Choice;
import io.commonplace.pages.TextMerge.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random edits of several people at the same time. Every word is unique, so that a lost one is found. */
class ConcurrentEditsTest {
    private static final int ROUNDS = Boolean.getBoolean("commonplace.thorough") ? 10_000 : 2_000;

    private final Random random = new Random(20261130);
    private int words;

    @Test
    void aMergeHasEveryWordThatSomebodyWroteOrKept() {
        for (int round = 0; round < ROUNDS; round++) {
            String base = text(random.nextInt(40));
            String mine = edited(base);
            String theirs = edited(base);

            List<Part> parts = TextMerge.of(base, mine, theirs);
            Set<String> merged = wordsOf(text(parts, Choice.BOTH));

            assertThat(merged).as("round %d", round).containsAll(expected(base, mine, theirs));
            assertThat(wordsOf(mine + " " + theirs)).as("round %d", round).containsAll(merged);
            assertThat(text(TextMerge.of(base, theirs, mine), Choice.MINE))
                    .as("round %d, the other way round", round)
                    .isEqualTo(text(parts, Choice.THEIRS));
        }
    }

    @Test
    void aMergeWithoutAConflictLeavesOutWhatSomebodyDeleted() {
        int merges = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String base = text(20 + random.nextInt(40));
            String mine = edited(base);
            String theirs = edited(base);

            List<Part> parts = TextMerge.of(base, mine, theirs);
            if (parts.stream().noneMatch(Part::isConflict)) {
                merges++;
                assertThat(wordsOf(TextMerge.text(parts, List.of())))
                        .as("round %d", round)
                        .isEqualTo(expected(base, mine, theirs));
            }
        }
        assertThat(merges).isGreaterThan(ROUNDS / 10);
    }

    @Test
    void aMergeWithAnUnchangedTextIsTheOtherText() {
        for (int round = 0; round < ROUNDS; round++) {
            String base = text(random.nextInt(40));
            String changed = edited(base);

            assertThat(TextMerge.text(TextMerge.of(base, changed, base), List.of()))
                    .isEqualTo(changed);
            assertThat(TextMerge.text(TextMerge.of(base, base, changed), List.of()))
                    .isEqualTo(changed);
            assertThat(TextMerge.text(TextMerge.of(base, changed, changed), List.of()))
                    .isEqualTo(changed);
        }
    }

    /** Each opens a revision, and saves on top of what the others have saved since, sometimes against their words. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void everyWordThatWasSavedIsInTheTextOrInTheHistory(int people) {
        for (int round = 0; round < ROUNDS / 100; round++) {
            List<String> history = new ArrayList<>(List.of(text(30)));
            int[] opened = new int[people];
            Set<String> saved = new HashSet<>(wordsOf(history.get(0)));
            for (int save = 0; save < 50; save++) {
                int person = random.nextInt(people);
                String base = history.get(opened[person]);
                String typed = edited(base);
                history.add(saved(base, typed, history.get(history.size() - 1)));
                opened[person] = history.size() - 1;
                saved.addAll(expected(base, typed, base));
            }
            assertThat(wordsOf(String.join(" ", history))).as("round %d", round).containsAll(saved);
        }
    }

    private String saved(String base, String typed, String latest) {
        List<Part> parts = TextMerge.of(base, typed, latest);
        return TextMerge.text(
                parts,
                parts.stream()
                        .map(part -> random.nextBoolean() ? Choice.MINE : Choice.BOTH)
                        .toList());
    }

    /** The words of both, but those that one of them has deleted. */
    private static Set<String> expected(String base, String mine, String theirs) {
        Set<String> deleted = wordsOf(base);
        Set<String> kept = wordsOf(mine);
        kept.retainAll(wordsOf(theirs));
        deleted.removeAll(kept);
        Set<String> expected = wordsOf(mine + " " + theirs);
        expected.removeAll(deleted);
        return expected;
    }

    private String text(int size) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.append(word());
        }
        return text.toString();
    }

    private String word() {
        return "w" + words++ + (random.nextInt(6) == 0 ? "\n" : random.nextInt(20) == 0 ? "\n\n" : " ");
    }

    /** Some words replaced, deleted or inserted in a few places. */
    private String edited(String text) {
        List<String> edited = new ArrayList<>(List.of(text.split("(?<=\\s)(?=\\S)")));
        for (int edit = random.nextInt(4); edit > 0; edit--) {
            int at = random.nextInt(edited.size() + 1);
            int removed = random.nextInt(Math.min(6, edited.size() - at + 1));
            edited.subList(at, at + removed).clear();
            for (int added = random.nextInt(5); added > 0; added--) {
                edited.add(at, word());
            }
        }
        return String.join("", edited);
    }

    private static Set<String> wordsOf(String text) {
        Set<String> words = new HashSet<>(List.of(text.strip().split("\\s+")));
        words.remove("");
        return words;
    }

    private static String text(List<Part> parts, Choice choice) {
        return TextMerge.text(parts, Collections.nCopies(parts.size(), choice));
    }
}

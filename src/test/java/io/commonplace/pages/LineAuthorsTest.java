package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.pages.PassageAuthors.Passage;
import io.commonplace.pages.RevisionQueries.Entry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineAuthorsTest {
    @Test
    void eachParagraphHasTheRevisionThatChangedItLast() {
        assertThat(passages("one\n\ntwo\n\nthree", "one\n\nTWO\n\nthree", "zero\n\none\n\nTWO\n\nthree"))
                .containsExactly("3: zero", "1: one", "2: TWO", "1: three");
    }

    @Test
    void neighboursOfOneRevisionAreTogether() {
        assertThat(passages("one\n\ntwo", "one\n\ntwo\n\nthree\n\nfour"))
                .containsExactly("1: one\n\ntwo", "2: three\n\nfour");
    }

    @Test
    void aParagraphBelongsToTheLatestOfItsLines() {
        assertThat(passages("one\ntwo\nthree", "one\n2\nthree")).containsExactly("2: one\n2\nthree");
    }

    @Test
    void whatCameBackBelongsToTheRevisionThatBroughtItBack() {
        assertThat(passages("one\n\ntwo", "one", "one\n\ntwo")).containsExactly("1: one", "3: two");
    }

    @Test
    void linesOlderThanWhatWasLookedAtHaveNoRevision() {
        LineAuthors authors = new LineAuthors("one\n\ntwo");
        authors.goBack(entry(7), "one");

        assertThat(authors.isComplete()).isFalse();
        assertThat(authors.passages()).extracting(Passage::revision).containsExactly(null, entry(7));
    }

    @Test
    void anEmptyTextHasNoPassages() {
        assertThat(passages("one", "")).isEmpty();
    }

    /** @param texts of the revisions from 1 on */
    private static List<String> passages(String... texts) {
        LineAuthors authors = new LineAuthors(texts[texts.length - 1]);
        for (int i = texts.length - 1; i > 0; i--) {
            authors.goBack(entry(i + 1), texts[i - 1]);
        }
        authors.end(entry(1));
        return authors.passages().stream()
                .map(passage ->
                        (passage.revision() == null ? 0 : passage.revision().number()) + ": " + passage.text())
                .toList();
    }

    private static Entry entry(int number) {
        return new Entry(number, "Title", "", "Ada", Instant.EPOCH, false);
    }
}

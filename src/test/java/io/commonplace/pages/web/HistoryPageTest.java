package io.commonplace.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.pages.RevisionQueries.Entry;
import io.commonplace.pages.web.HistoryPage.Line;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryPageTest {
    @Test
    void theFoldedRevisionsAreCountedBetweenTheListedOnes() {
        assertThat(folded(9, 8, 4, 1)).containsExactly(0, 3, 2, 0);
    }

    @Test
    void nothingIsFoldedBelowTheLastOne() {
        assertThat(folded(7)).containsExactly(0);
        assertThat(folded()).isEmpty();
    }

    @Test
    void whatLiesBetweenTwoPartsOfTheListIsFoldedInTheNewerOne() {
        assertThat(foldedBefore(3, 9, 7)).containsExactly(1, 3);
    }

    private static List<Integer> folded(int... numbers) {
        return foldedBefore(0, numbers);
    }

    private static List<Integer> foldedBefore(int older, int... numbers) {
        List<Entry> entries = IntStream.of(numbers)
                .mapToObj(number -> new Entry(number, "Title", "", "Ada", Instant.EPOCH, false))
                .toList();
        return Line.of(entries, older).stream().map(Line::folded).toList();
    }
}

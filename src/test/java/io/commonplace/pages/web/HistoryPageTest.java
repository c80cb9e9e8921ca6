package io.commonplace.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.pages.PageEvent;
import io.commonplace.pages.PageEventQueries;
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

    @Test
    void anEventIsListedAfterTheNewestRevisionThatIsNotNewer() {
        List<Line> lines = Line.of(List.of(entry(3, 30), entry(2, 20), entry(1, 10)), 0);

        List<Line> withEvents = Line.withEvents(lines, List.of(event(35), event(29), event(20), event(5)));

        assertThat(withEvents)
                .extracting(line -> line.events().stream()
                        .map(event -> event.createdAt().getEpochSecond())
                        .toList())
                .containsExactly(List.of(35L), List.of(29L, 20L), List.of(5L));
        assertThat(withEvents.get(0).events().get(0).text()).isEqualTo("Added the file a.png");
    }

    private static Entry entry(int number, long at) {
        return new Entry(number, "Title", "", "Ada", Instant.ofEpochSecond(at), false);
    }

    private static PageEventQueries.Entry event(long at) {
        return new PageEventQueries.Entry(at, PageEvent.Kind.FILE_ADDED, "a.png", "", "Ada", Instant.ofEpochSecond(at));
    }

    private static List<Integer> folded(int... numbers) {
        return foldedBefore(0, numbers);
    }

    private static List<Integer> foldedBefore(int older, int... numbers) {
        List<Entry> entries =
                IntStream.of(numbers).mapToObj(number -> entry(number, 0)).toList();
        return Line.of(entries, older).stream().map(Line::folded).toList();
    }
}

package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlowSearchesTest {
    private Instant now = Instant.EPOCH;
    private final SlowestSearches searches = new SlowestSearches(() -> now);

    @Test
    void theSlowestAreKeptAndComeFirst() {
        for (int millis = 1; millis <= 100; millis++) {
            searches.add(QueryText.parse("took " + millis), Duration.ofMillis(millis), 1);
        }
        assertThat(searches.all()).hasSize(10).first().satisfies(slowest -> {
            assertThat(slowest.text()).isEqualTo("took 100");
            assertThat(slowest.taken()).hasMillis(100);
        });
    }

    @Test
    void afterAnHourTheyAreForgotten() {
        searches.add(QueryText.parse("old"), Duration.ofSeconds(9), 1);
        now = now.plus(Duration.ofMinutes(61));
        searches.add(QueryText.parse("new"), Duration.ofSeconds(1), 1);
        assertThat(searches.all()).extracting(SlowSearch::text).containsExactly("new");
    }

    @Test
    void aLongTextIsCutOff() {
        searches.add(QueryText.parse("long ".repeat(100)), Duration.ofSeconds(1), 1);
        assertThat(searches.all().get(0).text()).hasSize(200);
    }

    @Test
    void filtersAreShownAsTheyAreTyped() {
        assertThat(QueryText.parse("backup -title:old \"two words\" by:ada").text())
                .isEqualTo("backup -title:\"old\" \"two words\" author:\"ada\"");
    }
}

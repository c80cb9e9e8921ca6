package io.commonplace.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtsTest {
    private final Doubts doubts = new Doubts(Duration.ofMinutes(1));

    @Test
    void aKeyIsInDoubtUntilTheTransactionHasEnded() {
        doubts.begin("t", List.of("PAGES 1/a", "LISTS recent"));
        assertThat(doubts.concern("PAGES 1/a")).isTrue();
        assertThat(doubts.concern("PAGES 1/b")).isFalse();
        doubts.end("t");
        assertThat(doubts.concern("PAGES 1/a")).isFalse();
        assertThat(doubts.isEmpty()).isTrue();
    }

    @Test
    void aKeyOfTwoTransactionsIsInDoubtUntilBothHaveEnded() {
        doubts.begin("one", List.of("k"));
        doubts.begin("two", List.of("k"));
        doubts.end("one");
        assertThat(doubts.concern("k")).isTrue();
        doubts.end("two");
        assertThat(doubts.concern("k")).isFalse();
    }

    @Test
    void theEndOfATransactionThatNobodyKnowsHarmsNothing() {
        doubts.begin("one", List.of("k"));
        doubts.end("other");
        assertThat(doubts.concern("k")).isTrue();
    }

    @Test
    void onlyWhatIsWaitedForTooLongIsOverdue() {
        doubts.begin("fresh", List.of("k"));
        assertThat(doubts.overdue()).isEmpty();
        Doubts impatient = new Doubts(Duration.ZERO);
        impatient.begin("old", List.of("k"));
        assertThat(impatient.overdue()).containsExactly("old");
        impatient.end("old");
        assertThat(impatient.overdue()).isEmpty();
    }
}

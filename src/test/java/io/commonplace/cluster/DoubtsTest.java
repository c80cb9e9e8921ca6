package io.commonplace.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtsTest {
    private final List<String> forgotten = new ArrayList<>();
    private final Doubts doubts = new Doubts(Duration.ofMinutes(1), forgotten::add);

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

    /** Somebody who began to read before the doubt may have cached since what was read then. */
    @Test
    void whatLeavesDoubtIsForgottenHoweverItsTransactionEnded() {
        doubts.begin("t", List.of("k", "l"));
        assertThat(forgotten).containsExactly("k", "l");
        forgotten.clear();
        doubts.end("t");
        assertThat(forgotten).containsExactly("k", "l");
        doubts.end("t");
        assertThat(forgotten).hasSize(2);
    }

    @Test
    void onlyWhatIsWaitedForTooLongIsOverdue() {
        doubts.begin("fresh", List.of("k"));
        assertThat(doubts.overdue()).isEmpty();
        Doubts impatient = new Doubts(Duration.ZERO, forgotten::add);
        impatient.begin("old", List.of("k"));
        assertThat(impatient.overdue()).containsExactly("old");
        impatient.end("old");
        assertThat(impatient.overdue()).isEmpty();
    }
}

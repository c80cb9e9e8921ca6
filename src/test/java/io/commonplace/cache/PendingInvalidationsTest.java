package io.commonplace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingInvalidationsTest {
    private final List<String> forgotten = new ArrayList<>();
    private final PendingInvalidations pendingInvalidations =
            new PendingInvalidations(Duration.ofMinutes(1), forgotten::add);

    @Test
    void aKeyIsInDoubtUntilTheTransactionHasEnded() {
        pendingInvalidations.begin("t", List.of("PAGES 1/a", "LISTS recent"));
        assertThat(pendingInvalidations.concern("PAGES 1/a")).isTrue();
        assertThat(pendingInvalidations.concern("PAGES 1/b")).isFalse();
        pendingInvalidations.end("t");
        assertThat(pendingInvalidations.concern("PAGES 1/a")).isFalse();
        assertThat(pendingInvalidations.isEmpty()).isTrue();
    }

    @Test
    void aKeyOfTwoTransactionsIsInDoubtUntilBothHaveEnded() {
        pendingInvalidations.begin("one", List.of("k"));
        pendingInvalidations.begin("two", List.of("k"));
        pendingInvalidations.end("one");
        assertThat(pendingInvalidations.concern("k")).isTrue();
        pendingInvalidations.end("two");
        assertThat(pendingInvalidations.concern("k")).isFalse();
    }

    @Test
    void theEndOfATransactionThatNobodyKnowsHarmsNothing() {
        pendingInvalidations.begin("one", List.of("k"));
        pendingInvalidations.end("other");
        assertThat(pendingInvalidations.concern("k")).isTrue();
    }

    /** Somebody who began to read before the key was pending may have cached since what was read then. */
    @Test
    void whatLeavesDoubtIsForgottenHoweverItsTransactionEnded() {
        pendingInvalidations.begin("t", List.of("k", "l"));
        assertThat(forgotten).containsExactly("k", "l");
        forgotten.clear();
        pendingInvalidations.end("t");
        assertThat(forgotten).containsExactly("k", "l");
        pendingInvalidations.end("t");
        assertThat(forgotten).hasSize(2);
    }

    @Test
    void onlyWhatIsWaitedForTooLongIsOverdue() {
        pendingInvalidations.begin("fresh", List.of("k"));
        assertThat(pendingInvalidations.overdue()).isEmpty();
        PendingInvalidations impatient = new PendingInvalidations(Duration.ZERO, forgotten::add);
        impatient.begin("old", List.of("k"));
        assertThat(impatient.overdue()).containsExactly("old");
        impatient.end("old");
        assertThat(impatient.overdue()).isEmpty();
    }
}

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
    void aKeyIsPendingUntilTheTransactionHasEnded() {
        pendingInvalidations.begin("t", List.of("PAGES 1/a", "LISTS recent"));
        assertThat(pendingInvalidations.contains("PAGES 1/a")).isTrue();
        assertThat(pendingInvalidations.contains("PAGES 1/b")).isFalse();
        pendingInvalidations.end("t");
        assertThat(pendingInvalidations.contains("PAGES 1/a")).isFalse();
        assertThat(pendingInvalidations.isEmpty()).isTrue();
    }

    @Test
    void aKeyOfTwoTransactionsIsPendingUntilBothHaveEnded() {
        pendingInvalidations.begin("one", List.of("k"));
        pendingInvalidations.begin("two", List.of("k"));
        pendingInvalidations.end("one");
        assertThat(pendingInvalidations.contains("k")).isTrue();
        pendingInvalidations.end("two");
        assertThat(pendingInvalidations.contains("k")).isFalse();
    }

    @Test
    void theEndOfAnUnknownTransactionChangesNothing() {
        pendingInvalidations.begin("one", List.of("k"));
        pendingInvalidations.end("other");
        assertThat(pendingInvalidations.contains("k")).isTrue();
    }

    /** A reader that began before the key was pending may have cached an old value. */
    @Test
    void aKeyThatIsNoLongerPendingIsForgottenWhateverTheOutcome() {
        pendingInvalidations.begin("t", List.of("k", "l"));
        assertThat(forgotten).containsExactly("k", "l");
        forgotten.clear();
        pendingInvalidations.end("t");
        assertThat(forgotten).containsExactly("k", "l");
        pendingInvalidations.end("t");
        assertThat(forgotten).hasSize(2);
    }

    @Test
    void aTransactionIsOverdueAfterTheTimeout() {
        pendingInvalidations.begin("fresh", List.of("k"));
        assertThat(pendingInvalidations.overdue()).isEmpty();
        PendingInvalidations withoutTimeout = new PendingInvalidations(Duration.ZERO, forgotten::add);
        withoutTimeout.begin("old", List.of("k"));
        assertThat(withoutTimeout.overdue()).containsExactly("old");
        withoutTimeout.end("old");
        assertThat(withoutTimeout.overdue()).isEmpty();
    }
}

package io.commonplace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingInvalidationsTest {
    private static final CacheKey K = CacheKey.parse("PAGES 1/a");
    private static final CacheKey L = CacheKey.parse("LISTS recent");
    private static final CacheKey OTHER = CacheKey.parse("PAGES 1/b");

    private final List<CacheKey> forgotten = new ArrayList<>();
    private final PendingInvalidations pendingInvalidations =
            new PendingInvalidations(Duration.ofMinutes(1), forgotten::add);

    @Test
    void aKeyIsPendingUntilTheTransactionHasEnded() {
        pendingInvalidations.begin(changed("t", K, L));
        assertThat(pendingInvalidations.contains(K)).isTrue();
        assertThat(pendingInvalidations.contains(OTHER)).isFalse();
        pendingInvalidations.end("t");
        assertThat(pendingInvalidations.contains(K)).isFalse();
        assertThat(pendingInvalidations.isEmpty()).isTrue();
    }

    @Test
    void aKeyOfTwoTransactionsIsPendingUntilBothHaveEnded() {
        pendingInvalidations.begin(changed("one", K));
        pendingInvalidations.begin(changed("two", K));
        pendingInvalidations.end("one");
        assertThat(pendingInvalidations.contains(K)).isTrue();
        pendingInvalidations.end("two");
        assertThat(pendingInvalidations.contains(K)).isFalse();
    }

    @Test
    void theEndOfAnUnknownTransactionChangesNothing() {
        pendingInvalidations.begin(changed("one", K));
        pendingInvalidations.end("other");
        assertThat(pendingInvalidations.contains(K)).isTrue();
    }

    /** A reader that began before the key was pending may have cached an old value. */
    @Test
    void aKeyThatIsNoLongerPendingIsForgottenWhateverTheOutcome() {
        pendingInvalidations.begin(changed("t", K, L));
        assertThat(forgotten).containsExactly(K, L);
        forgotten.clear();
        pendingInvalidations.end("t");
        assertThat(forgotten).containsExactly(K, L);
        pendingInvalidations.end("t");
        assertThat(forgotten).hasSize(2);
    }

    @Test
    void aTransactionIsOverdueAfterTheTimeout() {
        pendingInvalidations.begin(changed("fresh", K));
        assertThat(pendingInvalidations.overdue()).isEmpty();
        PendingInvalidations withoutTimeout = new PendingInvalidations(Duration.ZERO, forgotten::add);
        withoutTimeout.begin(changed("old", K));
        assertThat(withoutTimeout.overdue()).containsExactly("old");
        withoutTimeout.end("old");
        assertThat(withoutTimeout.overdue()).isEmpty();
    }

    private static ChangedKeys changed(String transaction, CacheKey... keys) {
        return new ChangedKeys(transaction, List.of(keys));
    }
}

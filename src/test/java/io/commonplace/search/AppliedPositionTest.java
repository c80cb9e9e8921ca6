package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AppliedPositionTest {
    private static final String FIRST = "0-1-1";
    private static final String SECOND = "0-1-2";
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AppliedPosition position = new AppliedPosition();

    @Test
    void aSearchWaitsUntilTheIndexHasWhatWasSaved() {
        CompletableFuture<Boolean> search = CompletableFuture.supplyAsync(() -> position.await(SECOND, LONG));
        reach(FIRST);
        reach(SECOND);
        assertThat(search.join()).isTrue();
        assertThat(position.secondsBehind()).isZero();
    }

    @Test
    void onlyTheFirstWaitsForAnIndexThatIsStuck() {
        assertThat(position.await(FIRST, SHORT)).isFalse();
        assertThat(position.await(FIRST, LONG)).isFalse();
        assertThat(position.secondsBehind()).isPositive();
    }

    @Test
    void searchesWaitAgainOnceTheIndexIsBroughtForward() {
        assertThat(position.await(SECOND, SHORT)).isFalse();
        reach(FIRST);
        CompletableFuture<Boolean> search = CompletableFuture.supplyAsync(() -> position.await(SECOND, LONG));
        reach(SECOND);
        assertThat(search.join()).isTrue();
    }

    @Test
    void aStepThatHasMoreToDoIsFollowedAtOnce() {
        position.begin();
        position.end(new IndexUpdate.Step(null, true, false), System.nanoTime());
        position.awaitWork(LONG);
        position.begin();
        reach(FIRST);
        position.awaitWork(SHORT);
        assertThat(position.begin()).isNull();
    }

    @Test
    void theStartWaitsForChangesButNotForAllPages() {
        position.end(IndexUpdate.Step.MISSED, System.nanoTime());
        assertThat(position.awaitOpening(SHORT)).isFalse();
        position.end(new IndexUpdate.Step(null, true, true), System.nanoTime());
        assertThat(position.awaitOpening(SHORT)).isFalse();
        position.end(new IndexUpdate.Step(null, true, false), System.nanoTime());
        assertThat(position.awaitOpening(SHORT)).isTrue();
    }

    @Test
    void anIndexThatIsOpenedAgainMayLackWhatTheFormerOneHad() {
        reach(SECOND);
        assertThat(position.await(FIRST, SHORT)).isTrue();
        position.forget();
        assertThat(position.await(FIRST, SHORT)).isFalse();
    }

    private void reach(String reached) {
        position.end(new IndexUpdate.Step(reached, false, true), System.nanoTime());
    }
}

package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.commonplace.pages.SpaceHead;
import io.commonplace.platform.Unavailable;
import io.commonplace.search.opensearch.OpenSearchNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How clones share an index, and what people notice while it is rebuilt or doesn't answer. */
abstract class SharedIndexBehaviour {
    private static final VisibleSpaces SPACES = VisibleSpaces.of(List.of(new SpaceHead(1, "open", "Open", "", 1)));
    private static final IndexState COMPLETE = new IndexState(7, true, 0, null);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final String name = "test-" + UUID.randomUUID();
    private SearchIndex first;
    private SearchIndex second;

    abstract OpenSearchNode node();

    @BeforeEach
    void open() {
        first = node().index(name, "clone-1", LONG);
        second = node().index(name, "clone-2", SHORT);
        assertThat(first.isFedHere()).isTrue();
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void whatIsPutIsFoundByTheOtherCloneAtOnce() {
        put(first, "falconry");
        first.commit(COMPLETE, "0-1-7");
        assertThat(second.isFedHere()).isFalse();
        assertThat(second.reached().position()).isEqualTo("0-1-7");
        assertThat(second.reached().state()).isEqualTo(COMPLETE);
        assertThat(found(second, "falconry")).isEqualTo(1);
    }

    @Test
    void aCloneThatEndsIsReplacedAtOnce() {
        SearchIndex patient = node().index(name, "clone-3", LONG);
        first.commit(COMPLETE, null);
        assertThat(patient.isFedHere()).isFalse();
        first.close();
        assertThat(patient.isFedHere()).isTrue();
        assertThat(patient.state()).contains(COMPLETE);
        patient.close();
    }

    @Test
    void aCloneThatWasOnlyFrozenCannotUndoWhatItsSuccessorWrites() {
        put(first, "old");
        first.commit(COMPLETE, null);
        await().until(second::isFedHere);
        put(second, "new");
        put(first, "old");
        assertThat(found(second, "new")).isEqualTo(1);
        assertThat(found(second, "old")).isZero();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> first.commit(COMPLETE, null));
        assertThat(first.isFedHere()).isFalse();
    }

    @Test
    void aRebuildFillsAnotherIndexWhilePeopleSearch() throws Exception {
        put(first, "falconry");
        first.commit(COMPLETE, null);
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Long> fewest = CompletableFuture.supplyAsync(() -> fewest(over));
        first.commit(COMPLETE.with(Rebuild.begin(8, Rebuild.ALL_SPACES)), null);
        assertThat(node().indexes()).contains(index(1), index(2));
        put(first, "falconry");
        first.commit(COMPLETE.rebuilt(Rebuild.begin(8, Rebuild.ALL_SPACES)), "0-1-8");
        assertThat(found(second, "falconry")).isEqualTo(1);
        over.set(true);
        assertThat(fewest.join()).isEqualTo(1);
        assertThat(node().indexes()).contains(index(2)).doesNotContain(index(1));
        assertThat(first.isFedHere()).isTrue();
        assertThat(second.isFedHere()).isFalse();
        assertThat(second.reached().position()).isEqualTo("0-1-8");
    }

    private String index(int number) {
        return "%s-v%d-%06d".formatted(name, IndexState.ANALYSIS, number);
    }

    private long fewest(AtomicBoolean over) {
        long fewest = Long.MAX_VALUE;
        while (!over.get()) {
            fewest = Math.min(fewest, found(second, "falconry"));
        }
        return fewest;
    }

    @Test
    void theVersionsOfPagesCanBeCompared() {
        first.put(List.of(page(1, "one"), page(2, "two"), page(3, "three").inTrash()));
        first.refresh();
        assertThat(first.versions(1, 10)).containsOnlyKeys(2L, 3L).containsEntry(3L, -2);
        first.clear();
        assertThat(first.versions(0, 10)).isEmpty();
    }

    @Test
    void aNodeThatDoesNotAnswerIsNotWaitedForAgainAndAgain() throws Exception {
        put(first, "falconry");
        SearchIndex impatient = node().index(name, "clone-3", LONG, Duration.ofSeconds(1));
        node().freeze();
        try {
            for (int i = 0; i < 20; i++) {
                assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> found(impatient, "falconry"));
            }
        } finally {
            node().thaw();
        }
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> found(impatient, "falconry") == 1);
        impatient.close();
    }

    @Test
    void aNodeThatWasKilledHasAllPagesWhenItIsBack() throws Exception {
        put(first, "falconry");
        first.commit(COMPLETE, "0-1-7");
        node().kill();
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> found(second, "falconry"));
        node().restart();
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> found(second, "falconry") == 1);
        assertThat(second.isFedHere() || second.reached().position() != null).isTrue();
    }

    private static void put(SearchIndex index, String word) {
        index.put(List.of(page(1, word)));
        index.refresh();
    }

    private static PageContent page(long id, String word) {
        return new PageContent(id, 1, 1, "page", "Page", 1, "Ada", Instant.EPOCH, "<p>" + word + "</p>", "");
    }

    private static long found(SearchIndex index, String query) {
        PageQuery asked = new PageQuery(QueryText.parse(query), SPACES, Synonyms.STANDARD);
        return index.searches()
                .find(asked, new Wanted(ResultOrder.RELEVANCE, null, 10))
                .total();
    }
}

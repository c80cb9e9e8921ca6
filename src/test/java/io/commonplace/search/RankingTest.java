package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change must not make the ranking worse; one that makes it better raises these numbers. */
class RankingTest {
    @TempDir
    private Path folder;

    @Test
    void theSampleHandbookIsRankedAsWellAsBefore() {
        rank(Corpus.sampleHandbook(), 0.67);
    }

    @Test
    void thePublicHandbookIsRankedAsWellAsBefore() {
        rank(Corpus.publicHandbook(), 0.83);
    }

    private void rank(Corpus corpus, double least) {
        try (PageIndex index = corpus.index(folder)) {
            RankingQuality product = RankingQuality.of(corpus.judgements(), Engines.product(index.searches()));
            RankingQuality plain = RankingQuality.of(corpus.judgements(), Engines.plainBm25(index));
            assertThat(product.queries()).isGreaterThanOrEqualTo(150);
            assertThat(product.ndcg()).as(product.toString()).isGreaterThanOrEqualTo(least);
            assertThat(product.rightFirst()).isGreaterThan(plain.rightFirst());
        }
    }
}

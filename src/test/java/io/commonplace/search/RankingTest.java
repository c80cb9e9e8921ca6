package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A change must not make the ranking worse; one that makes it better raises these numbers. It is compared with plain BM25 on the
 * same text, because each new line in the handbook changes what its queries find.
 */
class RankingTest {
    @TempDir
    private Path folder;

    @Test
    void theSampleHandbookIsRankedAsWellAsBefore() {
        rank(Corpus.sampleHandbook(), 0.14);
    }

    @Test
    void thePublicHandbookIsRankedAsWellAsBefore() {
        rank(Corpus.publicHandbook(), 0.18);
    }

    private void rank(Corpus corpus, double ahead) {
        try (PageIndex index = corpus.index(folder)) {
            RankingQuality product = RankingQuality.of(corpus.judgements(), Engines.product(index.searches()));
            RankingQuality plain = RankingQuality.of(corpus.judgements(), Engines.plainBm25(index));
            assertThat(product.queries()).isGreaterThanOrEqualTo(150);
            assertThat(product.ndcg() - plain.ndcg())
                    .as(product + ", plain BM25 " + plain)
                    .isGreaterThanOrEqualTo(ahead);
            assertThat(product.rightFirst()).isGreaterThan(plain.rightFirst());
        }
    }
}

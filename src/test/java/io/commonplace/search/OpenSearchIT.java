package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.search.opensearch.OpenSearchNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index in OpenSearch finds what an index of a clone finds: the same tests run with it, on a real node. */
@Tag("thorough")
class OpenSearchIT {
    private static OpenSearchNode node;

    @BeforeAll
    static void start() throws IOException {
        node = OpenSearchNode.start();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Nested
    class Pages extends PageSearchTest {
        @Override
        SearchIndex index(Path place) {
            return node.index();
        }
    }

    @Nested
    class Titles extends TitleSearchTest {
        @Override
        SearchIndex index(Path place) {
            return node.index();
        }
    }

    @Nested
    class Names extends NamesSearchTest {
        @Override
        SearchIndex index(Path place) {
            return node.index();
        }
    }

    @Nested
    class Deleted extends DeletedPagesTest {
        @Override
        SearchIndex index(Path place) {
            return node.index();
        }
    }

    @Nested
    class TextsOfFiles extends FileTextSearchTest {
        @Override
        SearchIndex index(Path place) {
            return node.index();
        }
    }

    @Nested
    class InLanguages extends LanguagesTest {
        @Override
        SearchIndex index(Path place) {
            return node.index();
        }
    }

    @Nested
    class Shared extends SharedIndexBehaviour {
        @Override
        OpenSearchNode node() {
            return OpenSearchIT.node;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void judgedQueriesAreRankedAsWell(boolean sample, @TempDir Path folder) {
        Corpus corpus = sample ? Corpus.sampleHandbook() : Corpus.publicHandbook();
        try (PageIndex lucene = corpus.index(folder);
                SearchIndex index = node.index()) {
            corpus.fill(index);
            RankingQuality expected = RankingQuality.of(corpus.judgements(), Engines.product(lucene.searches()));
            RankingQuality found = RankingQuality.of(corpus.judgements(), Engines.product(index.searches()));
            System.out.println(corpus.name() + "\n  Lucene      " + expected + "\n  OpenSearch  " + found);
            assertThat(found.ndcg()).isGreaterThanOrEqualTo(expected.ndcg() - 0.01);
        }
    }
}

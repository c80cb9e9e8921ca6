package io.commonplace.search;

import io.commonplace.pages.SpaceHead;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;

/** What is compared: the product's ranking, and the plainest one that an engine gives. */
final class Engines {
    private static final int DEPTH = 10;
    private static final VisibleSpaces SPACES =
            VisibleSpaces.of(List.of(new SpaceHead(Corpus.SPACE, "handbook", "Handbook", "", 1)));
    private static final Wanted FIRST = new Wanted(ResultOrder.RELEVANCE, null, DEPTH);
    private static final TitleBoosts NOTHING = new TitleBoosts(0, null, Instant.MAX);

    private Engines() {}

    static Function<String, List<String>> product(PageSearches searches) {
        return query -> paths(searches.find(asked(query), FIRST));
    }

    static Function<String, List<String>> product(PageIndex index, Ranking ranking) {
        return query -> paths(index.search(searcher -> new PageSearch(searcher, asked(query), ranking).find(FIRST)));
    }

    private static PageQuery asked(String query) {
        return new PageQuery(QueryText.parse(query), SPACES, Synonyms.STANDARD);
    }

    private static List<String> paths(FoundPages found) {
        return found.hits().stream().map(hit -> hit.page().path()).toList();
    }

    static List<IndexedPage> suggest(PageSearches searches, String typed) {
        return searches.titles(typed, SPACES, NOTHING, DEPTH);
    }

    /** BM25 on the text alone, any word. */
    static Function<String, List<String>> plainBm25(PageIndex index) {
        return query -> index.search(searcher -> {
            BooleanQuery.Builder words = new BooleanQuery.Builder();
            TextAnalysis.words(TextAnalysis.TYPED, query, DEPTH)
                    .forEach(word -> words.add(new TermQuery(new Term(Fields.BODY, word)), Occur.SHOULD));
            var storedFields = searcher.storedFields();
            return Arrays.stream(searcher.search(words.build(), DEPTH).scoreDocs)
                    .map(hit -> {
                        try {
                            return storedFields.document(hit.doc).get(Fields.PATH);
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        });
    }
}

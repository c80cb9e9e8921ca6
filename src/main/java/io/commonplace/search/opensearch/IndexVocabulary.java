package io.commonplace.search.opensearch;

import static io.commonplace.search.opensearch.AnswerParts.part;

import io.commonplace.search.Fields;
import io.commonplace.search.VisibleSpaces;
import io.commonplace.search.Vocabulary;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TermQuery;
import org.opensearch.client.opensearch._types.SuggestMode;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;

/** The words of the pages that a person may see, for one search. What was asked for once is remembered. */
final class IndexVocabulary implements Vocabulary {
    private static final Set<String> TEXT = Set.of(Fields.BODY);
    private static final Set<String> EXACT = Set.of(Fields.EXACT);
    private static final int ONE_EDIT_UP_TO = 5;
    private static final int MAX_SIMILAR = 5;

    /** Some are of pages that the person may not see. */
    private static final int MAX_CANDIDATES = 20;

    /** The words that begin or end with a part, the frequent ones first. */
    private static final int MAX_BEGINNING = 100;

    private final Connection connection;
    private final String index;
    private final VisibleSpaces spaces;
    private final Map<Asked, Long> pages = new HashMap<>();

    IndexVocabulary(Connection connection, String index, VisibleSpaces spaces) {
        this.connection = connection;
        this.index = index;
        this.spaces = spaces;
    }

    @Override
    public void expect(Collection<String> fields, Collection<String> words) {
        count(Stream.of(Set.copyOf(fields), TEXT)
                .flatMap(each -> words.stream().map(word -> new Asked(each, word)))
                .toList());
    }

    @Override
    public boolean has(Collection<String> fields, String word) {
        return pages(new Asked(Set.copyOf(fields), word)) > 0;
    }

    @Override
    public int frequency(String word) {
        return (int) pages(new Asked(TEXT, word));
    }

    private long pages(Asked asked) {
        count(List.of(asked));
        return pages.getOrDefault(asked, 0L);
    }

    private void count(Collection<Asked> wanted) {
        Map<String, Asked> unknown = new LinkedHashMap<>();
        wanted.stream()
                .filter(asked -> !pages.containsKey(asked))
                .distinct()
                .forEach(asked -> unknown.put(Integer.toString(unknown.size()), asked));
        if (unknown.isEmpty()) {
            return;
        }
        Map<String, Query> filters = new LinkedHashMap<>();
        unknown.forEach((name, asked) -> filters.put(name, LuceneQueries.of(asked.query())));
        SearchResponse<JsonObject> answer = search(
                LuceneQueries.of(spaces.pages()),
                request -> request.aggregations(
                        "words", words -> words.filters(each -> each.filters(buckets -> buckets.keyed(filters)))));
        Aggregate counted = part(answer.aggregations(), "words");
        counted.filters().buckets().keyed().forEach((name, bucket) -> {
            Asked asked = unknown.get(name);
            if (asked != null) {
                pages.put(asked, bucket.docCount());
            }
        });
    }

    @Override
    public boolean hasPhrase(List<String> words) {
        PhraseQuery phrase = new PhraseQuery(0, Fields.BODY, words.toArray(String[]::new));
        return search(visible(phrase), request -> request.size(1)).hits().hits().size() > 0;
    }

    @Override
    public List<SimilarWord> similar(String word) {
        if (has(EXACT, word)) {
            return List.of();
        }
        List<SimilarWord> candidates = candidates(word);
        expect(EXACT, candidates.stream().map(SimilarWord::word).toList());
        return candidates.stream()
                .filter(candidate -> has(EXACT, candidate.word()))
                .limit(MAX_SIMILAR)
                .toList();
    }

    private List<SimilarWord> candidates(String word) {
        SearchResponse<JsonObject> found = search(
                LuceneQueries.of(spaces.pages()),
                request -> request.suggest(suggest -> suggest.suggesters(
                        "like",
                        like -> like.text(word)
                                .term(term -> term.field(Fields.EXACT)
                                        .suggestMode(SuggestMode.Always)
                                        .maxEdits(word.length() <= ONE_EDIT_UP_TO ? 1 : 2)
                                        .size(MAX_CANDIDATES)))));
        List<SimilarWord> candidates = new ArrayList<>();
        part(found.suggest(), "like")
                .forEach(part -> part.term()
                        .options()
                        .forEach(option -> candidates.add(new SimilarWord(option.text(), (float) option.score()))));
        return candidates;
    }

    /** Only letters are looked for, because others could be signs of a pattern. */
    @Override
    public List<FrequentWord> beginning(String field, String prefix) {
        if (!prefix.codePoints().allMatch(Character::isLetter)) {
            return List.of();
        }
        String longer = prefix + ".{4,}";
        SearchResponse<JsonObject> answer = search(
                LuceneQueries.of(spaces.pages()),
                request -> request.aggregations(
                        "words",
                        words -> words.terms(terms -> terms.field(field)
                                .include(include -> include.regexp(longer))
                                .size(MAX_BEGINNING))));
        Aggregate counted = part(answer.aggregations(), "words");
        return counted.sterms().buckets().array().stream()
                .map(bucket -> new FrequentWord(bucket.key(), (int) bucket.docCount()))
                .toList();
    }

    @Override
    public List<String> textsWith(String word) {
        TermQuery exact = new TermQuery(new Term(Fields.EXACT, word));
        return search(
                        visible(exact),
                        request -> request.size(1)
                                .source(source -> source.filter(only ->
                                        only.includes(StoredPage.shown(Fields.TITLE), StoredPage.shown(Fields.BODY)))))
                .hits()
                .hits()
                .stream()
                .map(hit -> new StoredPage(hit.source()))
                .flatMap(page -> Stream.of(page.text(Fields.TITLE), page.text(Fields.BODY)))
                .toList();
    }

    private Query visible(org.apache.lucene.search.Query query) {
        return LuceneQueries.of(new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(spaces.pages(), Occur.FILTER)
                .build());
    }

    private SearchResponse<JsonObject> search(Query query, UnaryOperator<SearchRequest.Builder> rest) {
        SearchRequest.Builder request = new SearchRequest.Builder()
                .index(index)
                .query(query)
                .size(0)
                .cancelAfterTimeInterval(connection.limit())
                .allowPartialSearchResults(false);
        SearchRequest built = rest.apply(request).build();
        return connection.ask(client -> client.search(built, JsonObject.class));
    }

    /** A word in any of these fields. */
    private record Asked(Set<String> fields, String word) {
        private org.apache.lucene.search.Query query() {
            BooleanQuery.Builder either = new BooleanQuery.Builder();
            fields.forEach(field -> either.add(new TermQuery(new Term(field, word)), Occur.SHOULD));
            return either.build();
        }
    }
}

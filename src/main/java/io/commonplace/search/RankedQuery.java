package io.commonplace.search;

import io.commonplace.search.Alternatives.Alternative;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The query that ranks pages by the words that a person typed. Each word counts where it is found: most in the title, then in
 * headings and the address, then in the text. Words next to each other count more. A word that no page has is tried as two
 * words, or taken for a typing error, and two words are tried as one.
 */
final class RankedQuery {
    private static final int MAX_WORDS = 32;

    /** Of all words together. Each is looked for in several fields, and Lucene refuses queries of more than 1,024 terms. */
    private static final int MAX_ALTERNATIVES = 60;

    /** Of all terms of several words together. */
    private static final int MAX_TERM_SYNONYMS = 16;

    /** Up to this number of words, a page must have all of them. */
    private static final int ALL_NEEDED = 2;

    private static final int WHOLE_SLOP = 3;
    private static final int PAIR_SLOP = 1;

    private final Ranking ranking;
    private final Alternatives alternatives;
    private final List<TypedWord> typed;
    private final List<List<Alternative>> words = new ArrayList<>();

    /** The words, each in its best alternative. */
    private final List<String> best = new ArrayList<>();

    private final List<String> exactWords;

    RankedQuery(String text, Ranking ranking, Alternatives alternatives, Languages languages) throws IOException {
        this.ranking = ranking;
        this.alternatives = alternatives;
        this.exactWords = TextAnalysis.words(TextAnalysis.EXACT, text, MAX_WORDS).stream()
                .filter(RankedQuery::hasSymbols)
                .toList();
        this.typed = languages.words(text, MAX_WORDS);
        // They are looked for only in a query of two words, or if there is no other word.
        Set<String> stopWords = languages.of(typed).stopWords();
        boolean all = typed.size() <= ALL_NEEDED
                || stopWords.containsAll(typed.stream().map(TypedWord::plain).toList());
        int limit = MAX_ALTERNATIVES / Math.max(1, typed.size());
        alternatives.expect(
                typed.stream().flatMap(word -> word.stems().stream()).toList());
        for (TypedWord word : typed) {
            if (all || !stopWords.contains(word.plain())) {
                List<Alternative> found = alternatives.of(word, limit);
                words.add(found);
                best.addAll(found.get(0).term());
            }
        }
    }

    /** Whether the analysis of words would lose something: {@code c++}, {@code /metrics}. */
    private static boolean hasSymbols(String word) {
        return !word.codePoints().allMatch(Character::isLetterOrDigit);
    }

    /**
     * @param all whether a page must have most of the words; otherwise one is enough
     * @return it matches everything if there are no words
     */
    Query query(boolean all) throws IOException {
        if (words.isEmpty() && exactWords.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(wordsOrExact(all), Occur.MUST);
        phrases().forEach(phrase -> query.add(phrase, Occur.SHOULD));
        return query.build();
    }

    /** What has symbols is found as it stands, or by its words. */
    private Query wordsOrExact(boolean all) throws IOException {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        if (!words.isEmpty()) {
            either.add(words(all), Occur.SHOULD);
        }
        for (List<String> pair : pairs()) {
            String joined = String.join("", pair);
            if (words.size() == ALL_NEEDED && alternatives.isUsed(joined)) {
                either.add(anywhere(List.of(joined)), Occur.SHOULD);
            }
        }
        terms().flatMap(alternatives::meaningTheSame)
                .limit(MAX_TERM_SYNONYMS)
                .forEach(other -> either.add(weighted(other), Occur.SHOULD));
        exactWords.forEach(word ->
                either.add(new BoostQuery(new TermQuery(new Term(Fields.EXACT, word)), ranking.title()), Occur.SHOULD));
        return either.build();
    }

    private Query words(boolean all) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (List<Alternative> word : words) {
            List<Query> either = word.stream().map(this::weighted).toList();
            query.add(new DisjunctionMaxQuery(either, 0), Occur.SHOULD);
        }
        if (all) {
            query.setMinimumNumberShouldMatch(needed(words.size()));
        }
        return query.build();
    }

    private int needed(int count) {
        return count <= ALL_NEEDED ? count : (int) Math.ceil(count * ranking.needed());
    }

    private Query weighted(Alternative alternative) {
        return new BoostQuery(anywhere(alternative.term()), alternative.weight());
    }

    /** Each two words that stand next to each other. */
    private List<List<String>> pairs() {
        return IntStream.range(1, best.size())
                .mapToObj(i -> best.subList(i - 1, i + 1))
                .toList();
    }

    /** Each two or more typed words that stand next to each other and could be one term. */
    private Stream<List<TypedWord>> terms() {
        return IntStream.rangeClosed(2, SynonymText.MAX_WORDS)
                .boxed()
                .flatMap(size ->
                        IntStream.rangeClosed(0, typed.size() - size).mapToObj(i -> typed.subList(i, i + size)));
    }

    private Query anywhere(List<String> term) {
        BooleanQuery.Builder fields = new BooleanQuery.Builder();
        ranking.words().forEach((field, weight) -> fields.add(new BoostQuery(in(field, term), weight), Occur.SHOULD));
        return fields.build();
    }

    static Query in(String field, List<String> term) {
        return term.size() == 1 ? new TermQuery(new Term(field, term.get(0))) : phrase(field, term, 0);
    }

    private Collection<Query> phrases() {
        if (best.size() < 2) {
            return List.of();
        }
        List<Query> phrases = new ArrayList<>(phrases(best, WHOLE_SLOP, ranking.phrase()));
        if (best.size() > 2) {
            pairs().forEach(pair -> phrases.addAll(phrases(pair, PAIR_SLOP, ranking.pair())));
        }
        return phrases;
    }

    private List<Query> phrases(List<String> words, int slop, float weight) {
        return ranking.phrases().entrySet().stream()
                .<Query>map(field -> new BoostQuery(phrase(field.getKey(), words, slop), field.getValue() * weight))
                .toList();
    }

    static Query phrase(String field, List<String> words, int slop) {
        return new PhraseQuery(slop, field, words.toArray(String[]::new));
    }

    boolean hasWords() {
        return !words.isEmpty();
    }

    /** The words in one field alone, for highlighting. */
    Query inField(String field) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.stream().flatMap(List::stream).forEach(one -> query.add(in(field, one.term()), Occur.SHOULD));
        return query.build();
    }
}

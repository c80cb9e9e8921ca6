package io.commonplace.search;

import io.commonplace.search.Alternatives.Alternative;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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
 * headings and the address, then in the text. Words next to each other count more. A word that no visible page has is tried
 * as two words, or taken for a typing error, and two words are tried as one.
 */
final class RankedQuery {
    private static final int MAX_WORDS = 32;

    /** Of all words together: each is looked for in several fields, and an engine refuses queries of more than 1,024 parts. */
    private static final int MAX_ALTERNATIVES = 100;

    /** Of all pairs of words together. */
    private static final int MAX_PAIR_SYNONYMS = 16;

    /** Up to this number of words, a page must have all of them. */
    private static final int ALL_NEEDED = 2;

    private static final int WHOLE_SLOP = 3;
    private static final int PAIR_SLOP = 1;

    /** They are looked for only in a query of two words, or if there is no other word. */
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "about", "an", "and", "are", "as", "at", "be", "but", "by", "can", "could", "did", "do", "does", "for",
            "from", "get", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "no", "not",
            "of", "on", "or", "our", "should", "so", "such", "that", "the", "their", "them", "then", "there", "these",
            "they", "this", "to", "us", "was", "we", "were", "what", "when", "where", "which", "who", "whom", "why",
            "will", "with", "would", "you", "your");

    private final Ranking ranking;
    private final Alternatives alternatives;
    private final List<List<Alternative>> words = new ArrayList<>();

    /** The words, each in its best alternative. */
    private final List<String> best = new ArrayList<>();

    private final List<String> exactWords;

    RankedQuery(VisiblePages pages, List<String> typed, Ranking ranking, Synonyms synonyms) throws IOException {
        this.ranking = ranking;
        this.alternatives = new Alternatives(pages, ranking, synonyms);
        String text = String.join(" ", typed);
        this.exactWords = TextAnalysis.words(TextAnalysis.EXACT, text, MAX_WORDS).stream()
                .filter(RankedQuery::hasSymbols)
                .toList();
        List<String> stems = TextAnalysis.words(TextAnalysis.WORDS, text, MAX_WORDS);
        // The same words, because only the last filters differ.
        List<String> plain = TextAnalysis.words(TextAnalysis.TYPED, text, MAX_WORDS);
        boolean all = stems.size() <= ALL_NEEDED || STOP_WORDS.containsAll(stems);
        int limit = MAX_ALTERNATIVES / Math.max(1, stems.size());
        for (int i = 0; i < stems.size(); i++) {
            if (all || !STOP_WORDS.contains(stems.get(i))) {
                List<Alternative> word = alternatives.of(stems.get(i), plain.get(i), limit);
                words.add(word);
                best.addAll(word.get(0).term());
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
        pairs().stream()
                .flatMap(alternatives::meaningTheSame)
                .limit(MAX_PAIR_SYNONYMS)
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

    private Query anywhere(List<String> term) {
        BooleanQuery.Builder fields = new BooleanQuery.Builder();
        ranking.words().forEach((field, weight) -> fields.add(new BoostQuery(in(field, term), weight), Occur.SHOULD));
        return fields.build();
    }

    private static Query in(String field, List<String> term) {
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

    /** The words in the text alone, for highlighting. */
    Query inBody() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.stream().flatMap(List::stream).forEach(one -> query.add(in(Fields.BODY, one.term()), Occur.SHOULD));
        return query.build();
    }
}

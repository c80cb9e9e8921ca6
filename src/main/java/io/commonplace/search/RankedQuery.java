package io.commonplace.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
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

    /** Up to this number of words, a page must have all of them. */
    private static final int ALL_NEEDED = 2;

    private static final int WHOLE_SLOP = 3;
    private static final int PAIR_SLOP = 1;

    private static final int SHORTEST_FUZZY = 4;
    private static final int ONE_EDIT_UP_TO = 5;
    private static final int FUZZY_EXPANSIONS = 20;

    /** They are looked for only in a query of two words, or if there is no other word. */
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "about", "an", "and", "are", "as", "at", "be", "but", "by", "can", "could", "did", "do", "does", "for",
            "from", "get", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "no", "not",
            "of", "on", "or", "our", "should", "so", "such", "that", "the", "their", "them", "then", "there", "these",
            "they", "this", "to", "us", "was", "we", "were", "what", "when", "where", "which", "who", "whom", "why",
            "will", "with", "would", "you", "your");

    private final IndexSearcher searcher;
    private final Ranking ranking;
    private final List<String> words;
    private final List<String> exactWords;

    RankedQuery(IndexSearcher searcher, List<String> typed) {
        this(searcher, typed, Ranking.STANDARD);
    }

    RankedQuery(IndexSearcher searcher, List<String> typed, Ranking ranking) {
        this.searcher = searcher;
        this.ranking = ranking;
        String text = String.join(" ", typed);
        List<String> all = TextAnalysis.words(TextAnalysis.WORDS, text, MAX_WORDS);
        List<String> meaningful =
                all.stream().filter(word -> !STOP_WORDS.contains(word)).toList();
        this.words = meaningful.isEmpty() || all.size() <= ALL_NEEDED ? all : meaningful;
        this.exactWords = TextAnalysis.words(TextAnalysis.EXACT, text, MAX_WORDS).stream()
                .filter(RankedQuery::hasSymbols)
                .toList();
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
        for (int i = 1; i < words.size(); i++) {
            String joined = words.get(i - 1) + words.get(i);
            if (words.size() == ALL_NEEDED && isUsed(joined)) {
                either.add(anywhere(joined), Occur.SHOULD);
            }
            for (List<String> term : Synonyms.STANDARD.of(words.subList(i - 1, i + 1))) {
                either.add(new BoostQuery(inAnyField(term), ranking.synonym()), Occur.SHOULD);
            }
        }
        exactWords.forEach(word ->
                either.add(new BoostQuery(new TermQuery(new Term(Fields.EXACT, word)), ranking.title()), Occur.SHOULD));
        return either.build();
    }

    private Query words(boolean all) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : words) {
            query.add(anywhere(word), Occur.SHOULD);
        }
        if (all) {
            query.setMinimumNumberShouldMatch(needed(words.size()));
        }
        return query.build();
    }

    private int needed(int count) {
        return count <= ALL_NEEDED ? count : (int) Math.ceil(count * ranking.needed());
    }

    private Query anywhere(String word) throws IOException {
        boolean known = isKnown(word);
        Optional<List<String>> split = known ? Optional.empty() : split(word);
        BooleanQuery.Builder fields = new BooleanQuery.Builder();
        ranking.words().forEach((field, weight) -> {
            Query inField = split.map(parts -> phrase(field, parts, 0))
                    .orElseGet(() -> known ? new TermQuery(new Term(field, word)) : fuzzy(field, word));
            fields.add(new BoostQuery(inField, weight), Occur.SHOULD);
        });
        Collection<List<String>> synonyms = Synonyms.STANDARD.of(List.of(word));
        if (synonyms.isEmpty()) {
            return fields.build();
        }
        List<Query> either = new ArrayList<>(List.of(fields.build()));
        synonyms.forEach(term -> either.add(new BoostQuery(inAnyField(term), ranking.synonym())));
        return new DisjunctionMaxQuery(either, 0);
    }

    private Query inAnyField(List<String> term) {
        BooleanQuery.Builder fields = new BooleanQuery.Builder();
        ranking.words()
                .forEach((field, weight) -> fields.add(
                        new BoostQuery(
                                term.size() == 1 ? new TermQuery(new Term(field, term.get(0))) : phrase(field, term, 0),
                                weight),
                        Occur.SHOULD));
        return fields.build();
    }

    /** Short words are always taken as they are: too many others are like them. */
    private boolean isKnown(String word) throws IOException {
        return word.codePointCount(0, word.length()) < SHORTEST_FUZZY || isUsed(word);
    }

    private boolean isUsed(String word) throws IOException {
        for (String field : ranking.words().keySet()) {
            if (searcher.getIndexReader().docFreq(new Term(field, word)) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Two words that stand next to each other somewhere: {@code rollout} in a text that has "roll-out". */
    private Optional<List<String>> split(String word) throws IOException {
        for (int i = 2; i <= word.length() - 2; i++) {
            List<String> parts = List.of(word.substring(0, i), word.substring(i));
            if (isUsed(parts.get(0)) && isUsed(parts.get(1)) && isPhrase(parts)) {
                return Optional.of(parts);
            }
        }
        return Optional.empty();
    }

    private boolean isPhrase(List<String> parts) throws IOException {
        return searcher.search(phrase(Fields.BODY, parts, 0), 1).scoreDocs.length > 0;
    }

    private static Query fuzzy(String field, String word) {
        int edits = word.length() <= ONE_EDIT_UP_TO ? 1 : 2;
        return new FuzzyQuery(new Term(field, word), edits, 1, FUZZY_EXPANSIONS, true);
    }

    private Collection<Query> phrases() {
        if (words.size() < 2) {
            return List.of();
        }
        List<Query> phrases = new ArrayList<>(phrases(words, WHOLE_SLOP, ranking.phrase()));
        if (words.size() > 2) {
            for (int i = 1; i < words.size(); i++) {
                phrases.addAll(phrases(words.subList(i - 1, i + 1), PAIR_SLOP, ranking.pair()));
            }
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

    /** The words as they are in texts, for highlighting: a highlighter that looks for similar words reads the whole text. */
    Query inBody() throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : words) {
            query.add(
                    isKnown(word)
                            ? new TermQuery(new Term(Fields.BODY, word))
                            : searcher.rewrite(fuzzy(Fields.BODY, word)),
                    Occur.SHOULD);
            Synonyms.STANDARD.of(List.of(word)).stream()
                    .map(term -> phrase(Fields.BODY, term, 0))
                    .forEach(term -> query.add(term, Occur.SHOULD));
        }
        return query.build();
    }
}

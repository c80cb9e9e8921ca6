package io.commonplace.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** What to look for when somebody types a word: itself, or what it was meant to be, and what means the same. */
final class Alternatives {
    /** Shorter words are taken as they are: too many others are like them. */
    private static final int SHORTEST_SIMILAR = 4;

    private static final int ONE_EDIT_UP_TO = 5;
    private static final int MAX_SIMILAR = 5;

    private final IndexSearcher searcher;
    private final Ranking ranking;

    Alternatives(IndexSearcher searcher, Ranking ranking) {
        this.searcher = searcher;
        this.ranking = ranking;
    }

    /**
     * One word, or several that stand next to each other, in the form of the index.
     *
     * @param weight from 0 to 1
     */
    record Alternative(List<String> term, float weight) {}

    /**
     * The alternatives for a word, the best one first.
     *
     * @param word in the form of the index
     * @param plain as typed, in lower case
     */
    List<Alternative> of(String word, String plain) throws IOException {
        List<Alternative> alternatives = new ArrayList<>(meant(word, plain));
        Synonyms.STANDARD.of(List.of(word)).forEach(term -> alternatives.add(new Alternative(term, ranking.synonym())));
        return alternatives;
    }

    private List<Alternative> meant(String word, String plain) throws IOException {
        List<Alternative> itself = List.of(new Alternative(List.of(word), 1));
        if (plain.codePointCount(0, plain.length()) < SHORTEST_SIMILAR || isUsed(word)) {
            return itself;
        }
        Optional<List<String>> split = split(word);
        if (split.isPresent()) {
            return List.of(new Alternative(split.get(), 1));
        }
        List<Alternative> similar = similar(plain);
        return similar.isEmpty() ? itself : similar;
    }

    boolean isUsed(String word) throws IOException {
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
        return searcher.search(RankedQuery.phrase(Fields.BODY, parts, 0), 1).scoreDocs.length > 0;
    }

    /** Whole words are compared: "replcation" is like "replication", but not like its stem. */
    private List<Alternative> similar(String plain) throws IOException {
        Map<String, Float> weights = new LinkedHashMap<>();
        for (SuggestWord found : similar(searcher, plain)) {
            TextAnalysis.words(TextAnalysis.WORDS, found.string, 1)
                    .forEach(stem -> weights.merge(stem, found.score, Math::max));
        }
        return weights.entrySet().stream()
                .map(each -> new Alternative(List.of(each.getKey()), each.getValue()))
                .toList();
    }

    /** The words of the index that are most like this one; empty if the index has it. */
    static SuggestWord[] similar(IndexSearcher searcher, String plain) throws IOException {
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMaxEdits(plain.length() <= ONE_EDIT_UP_TO ? 1 : 2);
        return checker.suggestSimilar(
                new Term(Fields.EXACT, plain),
                MAX_SIMILAR,
                searcher.getIndexReader(),
                SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
    }
}

package io.commonplace.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** What to look for when somebody types a word: itself, or what it was meant to be, and what means the same. */
final class Alternatives {
    /** Shorter words are taken as they are: too many others are like them. */
    private static final int SHORTEST_SIMILAR = 4;

    private static final int ONE_EDIT_UP_TO = 5;
    private static final int MAX_SIMILAR = 5;

    /** Some are of pages that the person may not see. */
    private static final int MAX_CANDIDATES = 20;

    private final VisiblePages pages;
    private final Ranking ranking;
    private final Synonyms synonyms;

    Alternatives(VisiblePages pages, Ranking ranking, Synonyms synonyms) {
        this.pages = pages;
        this.ranking = ranking;
        this.synonyms = synonyms;
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
     * @param limit the highest number of alternatives, at least 1
     */
    List<Alternative> of(String word, String plain, int limit) throws IOException {
        return Stream.concat(meant(word, plain).stream(), meaningTheSame(List.of(word)))
                .limit(limit)
                .toList();
    }

    /** What means the same as a word, or as several that stand next to each other. */
    Stream<Alternative> meaningTheSame(List<String> term) {
        return synonyms.of(term).stream().map(other -> new Alternative(other, ranking.synonym()));
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

    /** Whether a page has it that the person may see: results must not tell which words other pages have. */
    boolean isUsed(String word) throws IOException {
        for (String field : ranking.words().keySet()) {
            if (pages.have(new Term(field, word))) {
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
        return pages.any(RankedQuery.phrase(Fields.BODY, parts, 0));
    }

    /** Whole words are compared: "replcation" is like "replication", but not like its stem. */
    private List<Alternative> similar(String plain) throws IOException {
        Map<String, Float> weights = new LinkedHashMap<>();
        for (SuggestWord found : similar(pages, plain)) {
            TextAnalysis.words(TextAnalysis.WORDS, found.string, 1)
                    .forEach(stem -> weights.merge(stem, found.score, Math::max));
        }
        return weights.entrySet().stream()
                .map(each -> new Alternative(List.of(each.getKey()), each.getValue()))
                .toList();
    }

    /** The words of visible pages that are most like this one; empty if one of these pages has it. */
    static List<SuggestWord> similar(VisiblePages pages, String plain) throws IOException {
        Term typed = new Term(Fields.EXACT, plain);
        List<SuggestWord> similar = new ArrayList<>();
        if (pages.have(typed)) {
            return similar;
        }
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMaxEdits(plain.length() <= ONE_EDIT_UP_TO ? 1 : 2);
        for (SuggestWord candidate : checker.suggestSimilar(
                typed, MAX_CANDIDATES, pages.searcher().getIndexReader(), SuggestMode.SUGGEST_ALWAYS)) {
            if (similar.size() < MAX_SIMILAR && pages.have(new Term(Fields.EXACT, candidate.string))) {
                similar.add(candidate);
            }
        }
        return similar;
    }
}

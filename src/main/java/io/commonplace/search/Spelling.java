package io.commonplace.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.SuggestWord;

/** Finds what a person probably wanted to type. */
final class Spelling {
    /** Longer queries are sentences, in which one unknown word doesn't matter. */
    private static final int MAX_WORDS = 6;

    private final IndexSearcher searcher;
    private final VisibleSpaces spaces;

    Spelling(IndexSearcher searcher, VisibleSpaces spaces) {
        this.searcher = searcher;
        this.spaces = spaces;
    }

    /** The words with those replaced that no page has; empty if there is nothing to replace. */
    String corrected(List<String> typed) throws IOException {
        if (typed.size() > MAX_WORDS) {
            return "";
        }
        List<String> words = new ArrayList<>();
        for (String word : typed) {
            words.add(similar(word).orElse(word));
        }
        return words.equals(typed) ? "" : String.join(" ", words);
    }

    private Optional<String> similar(String word) throws IOException {
        List<String> plain = TextAnalysis.words(TextAnalysis.EXACT, word, 1);
        if (plain.isEmpty() || !plain.get(0).codePoints().allMatch(Character::isLetter)) {
            return Optional.empty();
        }
        SuggestWord[] candidates = Alternatives.similar(searcher, plain.get(0));
        for (SuggestWord candidate : candidates) {
            if (isVisible(candidate.string)) {
                return Optional.of(candidate.string);
            }
        }
        return Optional.empty();
    }

    /** A word of a page that the person may not see must not be suggested. */
    private boolean isVisible(String word) throws IOException {
        BooleanQuery.Builder query =
                new BooleanQuery.Builder().add(new TermQuery(new Term(Fields.EXACT, word)), Occur.FILTER);
        new QueryFilters(query, spaces.bySlug()).visibleIn(spaces.ids());
        return searcher.count(query.build()) > 0;
    }
}

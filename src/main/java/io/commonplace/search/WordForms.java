package io.commonplace.search;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The form in which words are indexed: without case and accents, or their stems. Texts repeat their words, and finding a form
 * takes much longer than looking it up, so the forms of many words are kept.
 */
final class WordForms {
    /** About 1.5 MB for each language that is used. A power of two. */
    private static final int PLACES = 1 << 14;

    /** Longer words are names and addresses, of which each stands in few texts. */
    private static final int MAX_LENGTH = 30;

    /**
     * Each word has two places here, by its hash code; a new word takes that of the older one. Threads don't wait for each other:
     * one that misses what another has kept finds the form again.
     */
    private final @Nullable Kept[] kept = new Kept[PLACES];

    private final Analyzer filters;

    /** @param filters that make one word of each word, whatever stands around it */
    WordForms(UnaryOperator<TokenStream> filters) {
        this.filters = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                KeywordTokenizer whole = new KeywordTokenizer();
                return new TokenStreamComponents(whole, filters.apply(whole));
            }
        };
    }

    String of(String word) {
        int hash = word.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PLACES - 2);
        Kept newer = kept[place];
        if (newer != null && newer.word.equals(word)) {
            return newer.form;
        }
        Kept older = kept[place + 1];
        if (older != null && older.word.equals(word)) {
            return older.form;
        }
        String form = TextAnalysis.words(filters, word, 1).get(0);
        if (word.length() <= MAX_LENGTH) {
            kept[place + 1] = newer;
            kept[place] = new Kept(word, form);
        }
        return form;
    }

    /** The forms of these words. */
    TokenStream of(TokenStream words) {
        return new Replacing(words);
    }

    private record Kept(String word, String form) {}

    private final class Replacing extends TokenFilter {
        private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

        Replacing(TokenStream words) {
            super(words);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            String form = of(word.toString());
            word.setEmpty().append(form);
            return true;
        }
    }
}

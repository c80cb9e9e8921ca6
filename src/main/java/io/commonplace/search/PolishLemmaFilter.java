package io.commonplace.search;

import java.io.IOException;
import java.util.List;
import morfologik.stemming.WordData;
import morfologik.stemming.polish.PolishStemmer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Replaces a Polish word by its form in the dictionary. A word that isn't there stays as it is. */
final class PolishLemmaFilter extends TokenFilter {
    private static final String NOUN = "subst";

    /** A noun without a singular. Nearly each plural has such an entry, too. */
    private static final String PLURAL_ONLY = ":p3";

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final PolishStemmer dictionary = new PolishStemmer();

    /** @param words in lower case */
    PolishLemmaFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        List<WordData> entries = dictionary.lookup(word);
        if (!entries.isEmpty()) {
            String lemma = likeliest(entries).getStem().toString();
            word.setEmpty().append(lemma);
        }
        return true;
    }

    /** People look for nouns, and most plurals are those of a noun with a singular. */
    private static WordData likeliest(List<WordData> entries) {
        WordData best = entries.get(0);
        for (WordData entry : entries) {
            if (weight(entry) >= weight(best)) {
                best = entry;
            }
        }
        return best;
    }

    private static int weight(WordData entry) {
        String tag = entry.getTag().toString();
        return !tag.startsWith(NOUN) ? 0 : tag.contains(PLURAL_ONLY) ? 1 : 2;
    }
}

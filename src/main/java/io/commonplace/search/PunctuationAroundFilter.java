package io.commonplace.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Removes quotation marks and brackets around words, and punctuation behind them. By hand, because each word of a page passes. */
final class PunctuationAroundFilter extends TokenFilter {
    private static final String QUOTES = "\"'`";
    private static final String BEHIND = QUOTES + ".,;:!?";

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

    PunctuationAroundFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        char[] text = word.buffer();
        int end = word.length();
        int begin = 0;
        while (begin < end && isBefore(text[begin])) {
            begin++;
        }
        while (end > begin && isBehind(text[end - 1])) {
            end--;
        }
        if (end - begin < word.length()) {
            System.arraycopy(text, begin, text, 0, end - begin);
            word.setLength(end - begin);
        }
        return true;
    }

    private static boolean isBefore(char c) {
        int type = Character.getType(c);
        return type == Character.INITIAL_QUOTE_PUNCTUATION
                || type == Character.START_PUNCTUATION
                || QUOTES.indexOf(c) >= 0;
    }

    private static boolean isBehind(char c) {
        int type = Character.getType(c);
        return type == Character.FINAL_QUOTE_PUNCTUATION || type == Character.END_PUNCTUATION || BEHIND.indexOf(c) >= 0;
    }
}

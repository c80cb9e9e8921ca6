package io.commonplace.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How text becomes words. Words end where Unicode says (UAX #29; Chinese, Japanese, Thai and others by dictionaries), and case
 * and accents don't count.
 */
final class TextAnalysis {
    /** Changes with each change of the analysis or of the fields: an index of another version is built anew. */
    static final int VERSION = 1;

    private static final int MAX_BEGINNING = 15;

    /** Stemmed words, for text. */
    static final Analyzer WORDS = analyzer(
            true,
            ICUTokenizer::new,
            words -> new KStemFilter(new ICUFoldingFilter(new EnglishPossessiveFilter(words))));

    /** Words as they are typed, for suggestions. */
    static final Analyzer TYPED = analyzer(true, ICUTokenizer::new, ICUFoldingFilter::new);

    /** All beginnings of words, for suggestions. */
    static final Analyzer BEGINNINGS = analyzer(
            true,
            ICUTokenizer::new,
            words -> new EdgeNGramTokenFilter(new ICUFoldingFilter(words), 1, MAX_BEGINNING, true));

    /** What stands between spaces, without the punctuation around it: {@code c++}, {@code haproxy.cfg}, {@code --wipe}. */
    static final Analyzer EXACT = analyzer(
            false, WhitespaceTokenizer::new, words -> new PunctuationAroundFilter(new ICUFoldingFilter(words)));

    private TextAnalysis() {}

    private static Analyzer analyzer(
            boolean splitsNames, Supplier<Tokenizer> tokenizer, UnaryOperator<TokenStream> filters) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer source = tokenizer.get();
                return new TokenStreamComponents(source, filters.apply(source));
            }

            @Override
            protected Reader initReader(String field, Reader text) {
                return splitsNames ? new NameParts(text) : text;
            }
        };
    }

    /** The words of a text, at most {@code limit}. */
    static List<String> words(Analyzer analyzer, String text, int limit) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (words.size() < limit && stream.incrementToken()) {
                if (word.length() > 0) {
                    words.add(word.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can't be read", e);
        }
        return words;
    }
}

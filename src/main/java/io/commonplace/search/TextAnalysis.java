package io.commonplace.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * How text becomes words. Words end where Unicode says (UAX #29; Chinese, Japanese, Thai and others by dictionaries), and case
 * and accents don't count.
 */
final class TextAnalysis {
    /** Changes with each change of the analysis or of the fields: an index of another version is built anew. */
    static final int VERSION = 4;

    private static final int MAX_BEGINNING = 15;

    /** The longest term that an index can have has 32,766 bytes. */
    private static final int MAX_EXACT = 1_000;

    /** French and Italian ones, which stand before an apostrophe: {@code l'équipe}. No other language has words like them. */
    private static final CharArraySet ARTICLES = articles();

    /** In lower case, with accents. */
    static final WordForms LOWER_CASE = new WordForms(ICUNormalizer2Filter::new);

    /** In lower case, without accents. */
    static final WordForms PLAIN = new WordForms(ICUFoldingFilter::new);

    /** Words as they are written. */
    static final Analyzer WRITTEN = splitting(words -> words);

    /** Words as they are typed, for suggestions. */
    static final Analyzer TYPED = splitting(PLAIN::of);

    /** All beginnings of words, for suggestions. */
    static final Analyzer BEGINNINGS =
            splitting(words -> new EdgeNGramTokenFilter(PLAIN.of(words), 1, MAX_BEGINNING, true));

    private static final WordForms WITHOUT_PUNCTUATION =
            new WordForms(words -> new PunctuationAroundFilter(new ICUFoldingFilter(words)));

    /** What stands between spaces, without the punctuation around it: {@code c++}, {@code haproxy.cfg}, {@code --wipe}. */
    static final Analyzer EXACT = analyzer(
            false, WhitespaceTokenizer::new, words -> new LengthFilter(WITHOUT_PUNCTUATION.of(words), 1, MAX_EXACT));

    private TextAnalysis() {}

    private static CharArraySet articles() {
        CharArraySet articles = new CharArraySet(FrenchAnalyzer.DEFAULT_ARTICLES, true);
        articles.addAll(List.of("gl", "un", "v"));
        for (String preposition : List.of("a", "da", "de", "ne", "su")) {
            articles.addAll(List.of(preposition + "ll", preposition + "gl"));
        }
        return articles;
    }

    /** Splits text into words. @param filters keep each of them */
    static Analyzer splitting(UnaryOperator<TokenStream> filters) {
        return analyzer(true, ICUTokenizer::new, words -> filters.apply(new ElisionFilter(words, ARTICLES)));
    }

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
                words.add(word.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can't be read", e);
        }
        return words;
    }
}

package io.commonplace.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexableField;

/** The words of a document's fields, for an index that is not Lucene's own. */
public final class DocumentWords {
    /** The beginnings of words are left to the index: whole words are enough to find them. */
    private static final Analyzer WORDS = new PerFieldAnalyzerWrapper(
            Language.ENGLISH.words(),
            Map.of(
                    Fields.BEGINNINGS,
                    TextAnalysis.TYPED,
                    Fields.AUTHOR_BEGINNINGS,
                    TextAnalysis.TYPED,
                    Fields.EXACT,
                    TextAnalysis.EXACT));

    private DocumentWords() {}

    /** In the order of the text. */
    public static List<String> of(IndexableField field) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = field.tokenStream(WORDS, null)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can't be read", e);
        }
        return words;
    }
}

package io.commonplace.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexableFieldType;
import org.jspecify.annotations.Nullable;

/** A field whose text is analysed in the language of its page. */
final class WordsField extends Field {
    private final Analyzer analyzer;

    WordsField(String name, String text, IndexableFieldType type, Analyzer analyzer) {
        super(name, text, type);
        this.analyzer = analyzer;
    }

    @Override
    public TokenStream tokenStream(Analyzer ofTheIndex, @Nullable TokenStream reuse) {
        return analyzer.tokenStream(name(), stringValue());
    }
}

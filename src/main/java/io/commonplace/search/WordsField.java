package io.commonplace.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexableFieldType;
import org.jspecify.annotations.Nullable;

/** A field whose words have the forms of its page's language. */
final class WordsField extends Field {
    private final SplitText text;
    private final WordForms forms;

    WordsField(String name, SplitText text, IndexableFieldType type, WordForms forms) {
        super(name, text.text(), type);
        this.text = text;
        this.forms = forms;
    }

    @Override
    public TokenStream tokenStream(Analyzer ofTheIndex, @Nullable TokenStream reuse) {
        return text.stream(forms);
    }
}

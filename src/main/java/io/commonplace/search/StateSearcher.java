package io.commonplace.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/** Searches in one state of the index. What all searches in this state need is worked out once. */
final class StateSearcher extends IndexSearcher {
    private final Map<String, StringDocValuesReaderState> values = new ConcurrentHashMap<>();

    StateSearcher(IndexReader reader) {
        super(reader);
    }

    /** All values of the field, for counting pages by it. */
    StringDocValuesReaderState values(String field) {
        return values.computeIfAbsent(field, this::read);
    }

    private StringDocValuesReaderState read(String field) {
        try {
            return new StringDocValuesReaderState(getIndexReader(), field);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index can't be read", e);
        }
    }
}

package io.commonplace.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.Weight;

/** A searcher that counts the searches in the index, and notes which fields of pages are read. */
final class CountedSearches extends StateSearcher {
    private final List<String> fieldsRead = new ArrayList<>();
    private int searches;

    CountedSearches(IndexReader index) {
        super(index);
    }

    int searches() {
        return searches;
    }

    List<String> fieldsRead() {
        return fieldsRead;
    }

    @Override
    protected void search(List<LeafReaderContext> segments, Weight weight, Collector collector) throws IOException {
        searches++;
        super.search(segments, weight, collector);
    }

    @Override
    public StoredFields storedFields() throws IOException {
        StoredFields stored = super.storedFields();
        return new StoredFields() {
            @Override
            public void document(int document, StoredFieldVisitor visitor) throws IOException {
                stored.document(document, new Noting(visitor));
                stored.document(document, visitor);
            }
        };
    }

    /** Reads nothing itself. */
    private final class Noting extends StoredFieldVisitor {
        private final StoredFieldVisitor visitor;

        Noting(StoredFieldVisitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public Status needsField(FieldInfo field) throws IOException {
            if (visitor.needsField(field) == Status.YES) {
                fieldsRead.add(field.name);
            }
            return Status.NO;
        }
    }
}

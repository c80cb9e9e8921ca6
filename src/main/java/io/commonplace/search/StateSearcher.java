package io.commonplace.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

/** Searches in one state of the index. What all searches in this state need is worked out once. */
class StateSearcher extends IndexSearcher {
    private static final Set<String> SHOWN =
            Set.of(Fields.ID, Fields.SPACE, Fields.PATH, Fields.TITLE, Fields.AUTHOR, Fields.CHANGED);

    private final Map<String, FieldValues> values = new ConcurrentHashMap<>();

    StateSearcher(IndexReader reader) {
        super(reader);
    }

    /** All values of the field, for counting pages by it. */
    FieldValues values(String field) {
        return values.computeIfAbsent(field, this::read);
    }

    private FieldValues read(String field) {
        try {
            return FieldValues.of(getIndexReader(), field);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index can't be read", e);
        }
    }

    /** Whether a search in the tree, or in the trash, can find anything. To find out costs nearly nothing. */
    boolean hasPages(VisibleSpaces spaces) throws IOException {
        return getIndexReader().getDocCount(spaces.field()) > 0;
    }

    /** Shows a collector what the query finds. */
    <C extends Collector> C collect(Query query, C collector) throws IOException {
        return search(query, new One<>(collector));
    }

    /** The pages of the tree that were found. */
    List<IndexedPage> pages(TopDocs found) throws IOException {
        List<IndexedPage> pages = new ArrayList<>();
        for (ScoreDoc hit : found.scoreDocs) {
            pages.add(PageDocument.read(storedFields().document(hit.doc, SHOWN)));
        }
        return pages;
    }

    /** The searcher has no threads of its own, so there is one collector. */
    private record One<C extends Collector>(C collector) implements CollectorManager<C, C> {
        @Override
        public C newCollector() {
            return collector;
        }

        @Override
        public C reduce(Collection<C> collectors) {
            return collector;
        }
    }
}

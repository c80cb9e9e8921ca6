package io.commonplace.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.Bits;

/** The pages that a person may see, in one state of the index. */
record VisiblePages(IndexSearcher searcher, VisibleSpaces spaces) {
    /** Whether one of them has the word. It is asked for each word and field, so it costs less than a query does. */
    boolean have(Term term) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PostingsEnum pages = leaf.reader().postings(term, PostingsEnum.NONE);
            if (pages != null && isAnyVisible(pages, leaf.reader())) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them fits. */
    boolean any(Query query) throws IOException {
        return first(query).isPresent();
    }

    /** One of those that fit. @param fields that are read */
    Optional<Document> first(Query query, Set<String> fields) throws IOException {
        OptionalInt found = first(query);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(searcher.storedFields().document(found.getAsInt(), fields));
    }

    private OptionalInt first(Query query) throws IOException {
        Query both = new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(spaces.pages(), Occur.FILTER)
                .build();
        return Arrays.stream(searcher.search(both, 1).scoreDocs)
                .mapToInt(hit -> hit.doc)
                .findFirst();
    }

    private boolean isAnyVisible(DocIdSetIterator pages, LeafReader reader) throws IOException {
        SortedDocValues space = DocValues.getSorted(reader, spaces.field());
        Bits live = reader.getLiveDocs();
        Set<Integer> hidden = new HashSet<>();
        for (int page = pages.nextDoc(); page != DocIdSetIterator.NO_MORE_DOCS; page = pages.nextDoc()) {
            boolean exists = (live == null || live.get(page)) && space.advanceExact(page);
            if (exists && !hidden.contains(space.ordValue())) {
                if (isVisible(space, space.ordValue())) {
                    return true;
                }
                hidden.add(space.ordValue());
            }
        }
        return false;
    }

    private boolean isVisible(SortedDocValues space, int ordinal) throws IOException {
        return spaces.ids().contains(Long.parseLong(space.lookupOrd(ordinal).utf8ToString()));
    }
}

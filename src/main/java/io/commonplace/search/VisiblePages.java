package io.commonplace.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The pages that a person may see, in one state of the index. */
record VisiblePages(IndexSearcher searcher, VisibleSpaces spaces) {
    /** Whether one of them has the word. */
    boolean have(Term term) throws IOException {
        return searcher.getIndexReader().docFreq(term) > 0 && any(new TermQuery(term));
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
        return Arrays.stream(searcher.search(both, 1).scoreDocs).mapToInt(hit -> hit.doc).findFirst();
    }
}

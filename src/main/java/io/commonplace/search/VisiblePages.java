package io.commonplace.search;

import java.io.IOException;
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
        BooleanQuery.Builder both = new BooleanQuery.Builder().add(query, Occur.FILTER);
        new QueryFilters(both, spaces.bySlug()).visibleIn(spaces.ids());
        return searcher.search(both.build(), 1).scoreDocs.length > 0;
    }
}

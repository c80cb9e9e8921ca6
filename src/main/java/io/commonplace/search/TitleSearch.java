package io.commonplace.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

/** Finds titles while a person types. If no title fits, one typing error a word is allowed. */
final class TitleSearch {
    private static final Set<String> SHOWN =
            Set.of(Fields.ID, Fields.SPACE, Fields.PATH, Fields.TITLE, Fields.AUTHOR, Fields.CHANGED);

    private final IndexSearcher searcher;
    private final VisibleSpaces spaces;

    TitleSearch(IndexSearcher searcher, VisibleSpaces spaces) {
        this.searcher = searcher;
        this.spaces = spaces;
    }

    List<IndexedPage> find(String typed, Favour favour, int limit) throws IOException {
        TitleQuery query = new TitleQuery(typed, spaces, Languages.of(searcher.getIndexReader()));
        if (query.isEmpty()) {
            return List.of();
        }
        List<IndexedPage> found = read(searcher.search(favour.in(query.titles(false)), limit));
        return found.isEmpty() ? read(searcher.search(favour.in(query.titles(true)), limit)) : found;
    }

    /** The pages that this person changed last, the latest change first. */
    List<IndexedPage> changedBy(long person, int limit) throws IOException {
        return read(searcher.search(TitleQuery.changedBy(person, spaces), limit, PageSearch.BY_DATE));
    }

    private List<IndexedPage> read(TopDocs found) throws IOException {
        List<IndexedPage> pages = new ArrayList<>();
        for (ScoreDoc hit : found.scoreDocs) {
            pages.add(PageDocument.read(searcher.storedFields().document(hit.doc, SHOWN)));
        }
        return pages;
    }
}

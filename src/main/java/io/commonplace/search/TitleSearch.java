package io.commonplace.search;

import java.io.IOException;
import java.util.List;

/** Finds titles while a person types. If no title fits, one typing error a word is allowed. */
final class TitleSearch {
    private final StateSearcher searcher;
    private final VisibleSpaces spaces;

    TitleSearch(StateSearcher searcher, VisibleSpaces spaces) {
        this.searcher = searcher;
        this.spaces = spaces;
    }

    List<IndexedPage> find(String typed, TitleBoosts boosts, int limit) throws IOException {
        TitleQuery query = new TitleQuery(typed, spaces, Languages.of(searcher.getIndexReader()));
        if (query.isEmpty()) {
            return List.of();
        }
        List<IndexedPage> found = searcher.pages(searcher.search(boosts.in(query.titles(false)), limit));
        return found.isEmpty() ? searcher.pages(searcher.search(boosts.in(query.titles(true)), limit)) : found;
    }

    /** The pages that this person changed last, the latest change first. */
    List<IndexedPage> changedBy(long person, int limit) throws IOException {
        return searcher.pages(searcher.search(TitleQuery.changedBy(person, spaces), limit, PageSearch.BY_DATE));
    }
}

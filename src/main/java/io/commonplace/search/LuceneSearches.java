package io.commonplace.search;

import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Searches in an index on this clone. */
record LuceneSearches(PageIndex index) implements PageSearches {
    @Override
    public FoundPages find(PageQuery query, Wanted wanted) {
        return index.search(searcher -> new PageSearch(searcher, query).find(wanted));
    }

    @Override
    public List<IndexedPage> best(PageQuery query, int limit) {
        return index.search(searcher -> new PageSearch(searcher, query).best(limit));
    }

    @Override
    public List<Integer> counts(PageQuery query, List<SearchQuery.Dates> spans) {
        return index.search(searcher -> searcher.hasPages(query.spaces())
                ? new PageSearch(searcher, query).counts(spans)
                : Collections.nCopies(spans.size(), 0));
    }

    @Override
    public List<IndexedPage> titles(String typed, VisibleSpaces spaces, TitleBoosts boosts, int limit) {
        return index.search(searcher -> new TitleSearch(searcher, spaces).find(typed, boosts, limit));
    }

    @Override
    public List<IndexedPage> changedBy(long person, VisibleSpaces spaces, int limit) {
        return index.search(searcher -> new TitleSearch(searcher, spaces).changedBy(person, limit));
    }

    @Override
    public FoundPeople people(Collection<String> typed, VisibleSpaces spaces, int limit) {
        return index.search(searcher -> new PeopleSearch(searcher, spaces).find(typed, limit));
    }
}

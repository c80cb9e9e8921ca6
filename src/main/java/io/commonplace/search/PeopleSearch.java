package io.commonplace.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds people by the beginnings of their names' words. They are found by the pages that they changed last, so everybody finds
 * only people whose pages they may see.
 */
public final class PeopleSearch {
    private static final int MAX_WORDS = 8;

    private final StateSearcher searcher;
    private final VisibleSpaces spaces;

    PeopleSearch(StateSearcher searcher, VisibleSpaces spaces) {
        this.searcher = searcher;
        this.spaces = spaces;
    }

    FoundPeople find(Collection<String> typed, int limit) throws IOException {
        Optional<Query> query = pagesOf(typed, spaces);
        if (query.isEmpty()) {
            return FoundPeople.NOBODY;
        }
        ValueCounts pages = searcher.collect(query.get(), new ValueCounts(searcher.values(Fields.AUTHOR)));
        return new FoundPeople(pages.most(limit), pages.different());
    }

    /** The pages of people whose names have words that begin so; empty if no word was typed. */
    public static Optional<Query> pagesOf(Collection<String> typed, VisibleSpaces spaces) {
        List<String> beginnings = TextAnalysis.words(TextAnalysis.TYPED, String.join(" ", typed), MAX_WORDS);
        if (beginnings.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        beginnings.forEach(
                beginning -> query.add(new TermQuery(new Term(Fields.AUTHOR_BEGINNINGS, beginning)), Occur.FILTER));
        return Optional.of(query.add(spaces.pages(), Occur.FILTER).build());
    }
}

package io.commonplace.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds people by the beginnings of their names' words. They are found by the pages that they changed last, so everybody finds
 * only people whose pages they may see.
 */
public final class PeopleSearch {
    private static final int MAX_WORDS = 8;

    private final IndexSearcher searcher;
    private final VisibleSpaces spaces;

    PeopleSearch(IndexSearcher searcher, VisibleSpaces spaces) {
        this.searcher = searcher;
        this.spaces = spaces;
    }

    FoundPeople find(Collection<String> typed, int limit) throws IOException {
        Optional<Query> query = pagesOf(typed, spaces);
        if (query.isEmpty()) {
            return FoundPeople.NOBODY;
        }
        Map<String, Integer> pages = searcher.search(query.get(), new Counting());
        List<FacetCount> people = pages.entrySet().stream()
                .map(person -> new FacetCount(person.getKey(), person.getValue()))
                .sorted(Comparator.comparing(FacetCount::count).reversed().thenComparing(FacetCount::value))
                .limit(limit)
                .toList();
        return new FoundPeople(people, pages.size());
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

    private static final class Counting implements CollectorManager<AuthorCounts, Map<String, Integer>> {
        @Override
        public AuthorCounts newCollector() {
            return new AuthorCounts();
        }

        /** The searcher has no threads of its own, so there is one collector. */
        @Override
        public Map<String, Integer> reduce(Collection<AuthorCounts> collectors) {
            return collectors.iterator().next().pages();
        }
    }
}

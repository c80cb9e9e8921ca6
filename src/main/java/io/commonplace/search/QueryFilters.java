package io.commonplace.search;

import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** The conditions that a page must fulfil, whatever its rank. */
final class QueryFilters {
    private static final int MAX_WORDS = 32;

    /** The stems of a word in different languages; hardly any word has more. */
    private static final int MAX_FORMS = 4;

    private final VisibleSpaces spaces;
    private final BooleanQuery.Builder query;
    private final Languages languages;

    QueryFilters(BooleanQuery.Builder query, VisibleSpaces spaces, Languages languages) {
        this.query = query;
        this.spaces = spaces;
        this.languages = languages;
    }

    void add(SearchQuery.Clause clause) {
        query.add(
                condition(clause),
                clause.excluded()
                        ? Occur.MUST_NOT
                        : clause.scope() == SearchQuery.Scope.SPACE ? Occur.FILTER : Occur.MUST);
    }

    void add(SearchQuery.Dates dates) {
        query.add(dates.changed(), Occur.FILTER);
    }

    private Query condition(SearchQuery.Clause clause) {
        return switch (clause.scope()) {
            case SPACE -> {
                Long space = spaces.bySlug().get(clause.value());
                yield space == null ? new MatchNoDocsQuery("no such space") : spaces.pagesIn(List.of(space));
            }
            case TITLE -> words(Fields.TITLE, clause.value());
            case AUTHOR -> words(Fields.AUTHOR, clause.value());
            case ANYWHERE ->
                new BooleanQuery.Builder()
                        .add(words(Fields.TITLE, clause.value()), Occur.SHOULD)
                        .add(words(Fields.HEADINGS, clause.value()), Occur.SHOULD)
                        .add(words(Fields.BODY, clause.value()), Occur.SHOULD)
                        .add(new BoostQuery(words(Fields.FILE_TEXT, clause.value()), Ranking.FILE_TEXT), Occur.SHOULD)
                        .build();
        };
    }

    private Query words(String field, String text) {
        List<Query> either = languages.terms(text, MAX_WORDS).stream()
                .filter(words -> !words.isEmpty())
                .limit(MAX_FORMS)
                .map(words -> RankedQuery.in(field, words))
                .toList();
        return either.isEmpty() ? new MatchNoDocsQuery("no words") : new DisjunctionMaxQuery(either, 0);
    }
}

package io.commonplace.search;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.range.LongRange;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

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
        query.add(range(dates), Occur.FILTER);
    }

    static Query range(SearchQuery.Dates dates) {
        LongRange seconds = seconds(dates);
        return LongField.newRangeQuery(Fields.CHANGED, seconds.min, seconds.max);
    }

    /** @param dates null for any time */
    static Query within(Query pages, SearchQuery.@Nullable Dates dates) {
        if (dates == null) {
            return pages;
        }
        return new BooleanQuery.Builder()
                .add(pages, Occur.MUST)
                .add(range(dates), Occur.FILTER)
                .build();
    }

    /** As {@link Fields#CHANGED} has them. */
    static LongRange seconds(SearchQuery.Dates dates) {
        return new LongRange(
                dates.toString(), startOf(dates.first()), true, startOf(dates.last()) + secondsOfDay(), true);
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

    private static long startOf(LocalDate day) {
        LocalDate earliest = LocalDate.of(1, 1, 1);
        LocalDate latest = LocalDate.of(9999, 12, 31);
        LocalDate bounded = day.isBefore(earliest) ? earliest : day.isAfter(latest) ? latest : day;
        return bounded.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    private static long secondsOfDay() {
        return Duration.ofDays(1).toSeconds() - 1;
    }
}

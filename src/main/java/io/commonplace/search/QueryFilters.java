package io.commonplace.search;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The conditions that a page must fulfil, whatever its rank. */
final class QueryFilters {
    private static final int MAX_WORDS = 32;

    /** By slug, the spaces that the person may see. */
    private final Map<String, Long> spaces;

    private final BooleanQuery.Builder query;

    QueryFilters(BooleanQuery.Builder query, Map<String, Long> spaces) {
        this.query = query;
        this.spaces = spaces;
    }

    /** Rights. They are a part of the query, so that counts and suggestions keep them, too. */
    void visibleIn(Collection<Long> spaceIds) {
        query.add(inSpaces(spaceIds), Occur.FILTER);
    }

    void add(SearchQuery.Clause clause) {
        query.add(
                condition(clause),
                clause.excluded()
                        ? Occur.MUST_NOT
                        : clause.scope() == SearchQuery.Scope.SPACE ? Occur.FILTER : Occur.MUST);
    }

    void add(SearchQuery.Dates dates) {
        query.add(
                LongField.newRangeQuery(Fields.CHANGED, startOf(dates.first()), startOf(dates.last()) + secondsOfDay()),
                Occur.FILTER);
    }

    private Query condition(SearchQuery.Clause clause) {
        return switch (clause.scope()) {
            case SPACE -> {
                Long space = spaces.get(clause.value());
                yield space == null ? new MatchNoDocsQuery("no such space") : inSpaces(List.of(space));
            }
            case TITLE -> words(Fields.TITLE, clause.value());
            case AUTHOR -> words(Fields.AUTHOR, clause.value());
            case ANYWHERE ->
                new BooleanQuery.Builder()
                        .add(words(Fields.TITLE, clause.value()), Occur.SHOULD)
                        .add(words(Fields.HEADINGS, clause.value()), Occur.SHOULD)
                        .add(words(Fields.BODY, clause.value()), Occur.SHOULD)
                        .build();
        };
    }

    private static Query words(String field, String text) {
        List<String> words = TextAnalysis.words(TextAnalysis.WORDS, text, MAX_WORDS);
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        return words.size() == 1 ? new TermQuery(new Term(field, words.get(0))) : RankedQuery.phrase(field, words, 0);
    }

    private static Query inSpaces(Collection<Long> spaceIds) {
        return new TermInSetQuery(
                Fields.SPACE,
                spaceIds.stream().map(id -> new BytesRef(Long.toString(id))).toList());
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

package io.commonplace.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;

/**
 * What to look for.
 *
 * @param words any of which may be missing in a page, if there are more than two
 * @param clauses that every page must fulfil
 * @param dates of the last change
 */
public record SearchQuery(List<String> words, List<Clause> clauses, List<Dates> dates) {
    public SearchQuery {
        words = List.copyOf(words);
        clauses = List.copyOf(clauses);
        dates = List.copyOf(dates);
    }

    /** Where the value of a clause must be found. */
    public enum Scope {
        ANYWHERE,
        TITLE,
        SPACE,
        AUTHOR
    }

    /** @param value of several words: they must stand next to each other */
    public record Clause(Scope scope, String value, boolean excluded) {
        private String text() {
            String filter = scope == Scope.ANYWHERE ? "" : scope.name().toLowerCase(Locale.ROOT) + ":";
            return (excluded ? "-" : "") + filter + '"' + value + '"';
        }
    }

    /** Both days included, in UTC. */
    public record Dates(LocalDate first, LocalDate last) {
        static final Dates ALL = new Dates(LocalDate.MIN, LocalDate.MAX);

        /** The pages that were changed last on these days. */
        public Query changed() {
            return ChangedSeconds.of(this).query();
        }
    }

    public boolean isEmpty() {
        return words.isEmpty() && clauses.isEmpty() && dates.isEmpty();
    }

    /** All that is looked for in texts: the words, and those of phrases. */
    List<String> texts() {
        Stream<String> phrases = clauses.stream()
                .filter(clause -> clause.scope() == Scope.ANYWHERE && !clause.excluded())
                .map(Clause::value);
        return Stream.concat(words.stream(), phrases).toList();
    }

    /** Whether there are words only. */
    public boolean isPlain() {
        return clauses.isEmpty() && dates.isEmpty();
    }

    SearchQuery with(Clause clause) {
        List<Clause> more = new ArrayList<>(clauses);
        more.add(clause);
        return new SearchQuery(words, more, dates);
    }

    /** In the form in which it can be typed, nearly. */
    String text() {
        return Stream.of(
                        words.stream(),
                        clauses.stream().map(Clause::text),
                        dates.stream().map(range -> "updated:" + range.first() + ".." + range.last()))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(" "));
    }

    SearchQuery with(Dates span) {
        List<Dates> more = new ArrayList<>(dates);
        more.add(span);
        return new SearchQuery(words, clauses, more);
    }
}

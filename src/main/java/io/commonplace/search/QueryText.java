package io.commonplace.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands what a person types. Every text is a query: whatever is no filter, phrase or exclusion is a word to look for.
 *
 * <pre>
 * "exact words"   -without   title:word   space:handbook   by:name   updated:&gt;2026-01-01
 * </pre>
 */
final class QueryText {
    /** What follows is ignored. A longer text is pasted by mistake. */
    static final int MAX_LENGTH = 1_000;

    /** More are pasted by mistake, too. */
    static final int MAX_CLAUSES = 24;

    private static final Pattern PART = Pattern.compile("(-?)(?:(\\p{Alpha}+):)?(?:\"([^\"]*)\"?|(\\S+))");
    private static final Pattern DATE = Pattern.compile("([<>]?)=?(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");

    private final List<String> words = new ArrayList<>();
    private final List<SearchQuery.Clause> clauses = new ArrayList<>();
    private final List<SearchQuery.Dates> dates = new ArrayList<>();

    private QueryText() {}

    static SearchQuery parse(String text) {
        QueryText parsed = new QueryText();
        Matcher part = PART.matcher(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text);
        while (part.find()) {
            parsed.add(part);
        }
        List<SearchQuery.Clause> clauses = parsed.clauses;
        return new SearchQuery(parsed.words, clauses.subList(0, Math.min(MAX_CLAUSES, clauses.size())), parsed.dates);
    }

    private void add(Matcher part) {
        boolean excluded = !part.group(1).isEmpty();
        boolean quoted = part.group(3) != null;
        String value = quoted ? part.group(3) : part.group(4);
        Optional<SearchQuery.Scope> scope = scope(part.group(2));
        if ("updated".equalsIgnoreCase(part.group(2)) && !excluded && addDates(value)) {
            return;
        }
        if (scope.isPresent() && !value.isBlank()) {
            clauses.add(new SearchQuery.Clause(scope.get(), value, excluded));
        } else if (part.group(2) == null && (excluded || quoted)) {
            addClause(part.group(), value, excluded);
        } else {
            words.add(part.group());
        }
    }

    /** A dash alone, or before another one as in {@code --wipe}, excludes nothing. */
    private void addClause(String whole, String value, boolean excluded) {
        boolean meant = value.codePoints().anyMatch(Character::isLetterOrDigit) && !value.startsWith("-");
        if (meant) {
            clauses.add(new SearchQuery.Clause(SearchQuery.Scope.ANYWHERE, value, excluded));
        } else if (!value.isBlank()) {
            words.add(whole);
        }
    }

    private static Optional<SearchQuery.Scope> scope(String name) {
        if (name == null) {
            return Optional.empty();
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "title" -> Optional.of(SearchQuery.Scope.TITLE);
            case "space" -> Optional.of(SearchQuery.Scope.SPACE);
            case "by" -> Optional.of(SearchQuery.Scope.AUTHOR);
            default -> Optional.empty();
        };
    }

    private boolean addDates(String value) {
        Matcher date = DATE.matcher(value);
        if (!date.matches()) {
            return false;
        }
        try {
            LocalDate first = first(date);
            LocalDate last = last(date, first);
            dates.add(
                    switch (date.group(1)) {
                        case ">" -> new SearchQuery.Dates(first, LocalDate.MAX);
                        case "<" -> new SearchQuery.Dates(LocalDate.MIN, last);
                        default -> new SearchQuery.Dates(first, last);
                    });
            return true;
        } catch (DateTimeException e) {
            // Not a date of the calendar: a word like another.
            return false;
        }
    }

    private static LocalDate first(Matcher date) {
        return LocalDate.of(number(date.group(2), 1), number(date.group(3), 1), number(date.group(4), 1));
    }

    private static LocalDate last(Matcher date, LocalDate first) {
        if (date.group(4) != null) {
            return first;
        }
        return date.group(3) != null
                ? YearMonth.from(first).atEndOfMonth()
                : Year.from(first).atDay(1).plusYears(1).minusDays(1);
    }

    private static int number(String digits, int missing) {
        return digits == null ? missing : Integer.parseInt(digits);
    }
}

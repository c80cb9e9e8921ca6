package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.commonplace.search.SearchQuery.Clause;
import io.commonplace.search.SearchQuery.Dates;
import io.commonplace.search.SearchQuery.Scope;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {
    @Test
    void wordsAreWords() {
        assertThat(QueryText.parse("restore  deleted page").words()).containsExactly("restore", "deleted", "page");
    }

    @Test
    void quotesKeepWordsTogether() {
        assertThat(QueryText.parse("\"point in time\" restore").clauses())
                .containsExactly(new Clause(Scope.ANYWHERE, "point in time", false));
    }

    @Test
    void anOpenQuoteEndsWithTheText() {
        assertThat(QueryText.parse("\"point in").clauses())
                .containsExactly(new Clause(Scope.ANYWHERE, "point in", false));
    }

    @Test
    void aDashExcludes() {
        SearchQuery query = QueryText.parse("replica -lag -\"read only\"");
        assertThat(query.words()).containsExactly("replica");
        assertThat(query.clauses())
                .containsExactly(
                        new Clause(Scope.ANYWHERE, "lag", true), new Clause(Scope.ANYWHERE, "read only", true));
    }

    @Test
    void anOptionOfACommandIsAWord() {
        assertThat(QueryText.parse("down --wipe -").words()).containsExactly("down", "--wipe", "-");
    }

    @Test
    void fieldsLimitWhereIsSearched() {
        assertThat(QueryText.parse("title:backup by:\"Ada L\" -space:old SPACE:handbook")
                        .clauses())
                .containsExactly(
                        new Clause(Scope.TITLE, "backup", false),
                        new Clause(Scope.AUTHOR, "Ada L", false),
                        new Clause(Scope.SPACE, "old", true),
                        new Clause(Scope.SPACE, "handbook", false));
    }

    @Test
    void whatIsNoFieldIsAWord() {
        assertThat(QueryText.parse("https://example.org title: foo:bar").words())
                .containsExactly("https://example.org", "title:", "foo:bar");
    }

    @Test
    void datesAreDaysMonthsOrYears() {
        assertThat(QueryText.parse("updated:2026 updated:2026-02 updated:2026-03-04")
                        .dates())
                .containsExactly(
                        new Dates(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
                        new Dates(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)),
                        new Dates(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 4)));
    }

    @Test
    void datesCanBeOpenAtOneEnd() {
        assertThat(QueryText.parse("updated:>2026-01-01 updated:<=2026-06").dates())
                .containsExactly(
                        new Dates(LocalDate.of(2026, 1, 1), LocalDate.MAX),
                        new Dates(LocalDate.MIN, LocalDate.of(2026, 6, 30)));
    }

    @Test
    void whatIsNoDateIsAWord() {
        assertThat(QueryText.parse("updated:2026-13 updated:soon updated:2026-02-30")
                        .words())
                .containsExactly("updated:2026-13", "updated:soon", "updated:2026-02-30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"", "\"\"", "-", "- -", ":", "title:", "\"\" \"", "\t\n"})
    void nothingIsNoQuery(String text) {
        assertThatCode(() -> QueryText.parse(text)).doesNotThrowAnyException();
        assertThat(QueryText.parse(text).clauses()).isEmpty();
    }

    @Test
    void aVeryLongTextIsCut() {
        assertThat(QueryText.parse("word ".repeat(2_000)).words()).hasSize(QueryText.MAX_LENGTH / "word ".length());
    }
}

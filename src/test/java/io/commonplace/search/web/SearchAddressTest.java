package io.commonplace.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.search.ChangedWithin;
import io.commonplace.search.ResultKind;
import io.commonplace.search.ResultOrder;
import io.commonplace.search.SearchQuery;
import io.commonplace.search.SearchRequest;
import org.junit.jupiter.api.Test;

class SearchAddressTest {
    private static final SearchAddress FILTERED = SearchAddress.of("a & b", "handbook", "Ada Lovelace", "date");

    @Test
    void anAddressHoldsTheWholeSearch() {
        assertThat(FILTERED.href()).isEqualTo("/search?q=a+%26+b&space=handbook&by=Ada+Lovelace&sort=date");
        assertThat(FILTERED.hrefAfter("5.13")).endsWith("&sort=date&after=5.13");
        assertThat(SearchAddress.of("", "", "", "").href()).isEqualTo("/search?q=");
    }

    @Test
    void aFilterIsAddedAndRemoved() {
        assertThat(FILTERED.withSpace("").withPerson("").href()).isEqualTo("/search?q=a+%26+b&sort=date");
        assertThat(FILTERED.withSpace("other").sortedByRelevance().href())
                .isEqualTo("/search?q=a+%26+b&space=other&by=Ada+Lovelace");
    }

    @Test
    void theFeedHasTheFiltersButNoOrder() {
        assertThat(FILTERED.feedHref()).isEqualTo("/search.atom?q=a+%26+b&space=handbook&by=Ada+Lovelace");
    }

    @Test
    void filtersBecomeClausesOfTheQuery() {
        SearchRequest request = FILTERED.request("5.13", 20);

        assertThat(request.query().clauses())
                .containsExactly(
                        new SearchQuery.Clause(SearchQuery.Scope.SPACE, "handbook", false),
                        new SearchQuery.Clause(SearchQuery.Scope.AUTHOR, "Ada Lovelace", false));
        assertThat(request.order()).isEqualTo(ResultOrder.DATE);
        assertThat(request.after()).hasToString("5.13");
    }

    @Test
    void theKindAndTheTimeStandInTheAddress() {
        SearchAddress deleted = SearchAddress.of("a", "", "", "").withNames("deleted", "week");

        assertThat(deleted.href()).isEqualTo("/search?q=a&updated=week&kind=deleted");
        assertThat(deleted.request("", 20).kind()).isEqualTo(ResultKind.DELETED);
        assertThat(deleted.request("", 20).within()).isEqualTo(ChangedWithin.WEEK);
        assertThat(deleted.withNames("", "").href()).isEqualTo("/search?q=a");
        assertThat(deleted.withNames("all", "today").href()).isEqualTo("/search?q=a");
    }

    @Test
    void anOrderThatThereIsNotMeansRelevance() {
        assertThat(SearchAddress.of("a", "", "", "random").order()).isEqualTo(ResultOrder.RELEVANCE);
    }

    @Test
    void aPastedTextMakesNoLongAddress() {
        SearchAddress pasted = SearchAddress.of("🦊".repeat(10_000), "s".repeat(10_000), "b".repeat(10_000), "");

        assertThat(pasted.query()).isEqualTo("🦊".repeat(SearchAddress.MAX_QUERY / 2));
        assertThat(pasted.shortQuery()).endsWith("🦊…").hasSize(101);
        assertThat(pasted.href()).hasSizeLessThan(7_000);
        assertThat(SearchAddress.of("a" + "🦊".repeat(10_000), "", "", "").href())
                .endsWith("%F0%9F%A6%8A");
    }
}

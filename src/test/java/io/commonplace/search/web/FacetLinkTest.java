package io.commonplace.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.search.ChangedWithin;
import org.junit.jupiter.api.Test;

class FacetLinkTest {
    @Test
    void aFilterThatIsNotChosenIsAdded() {
        assertThat(FacetLink.people(SampleResults.two(), SearchAddress.of("a", "", "", "")))
                .containsExactly(
                        new FacetLink("Ada", 30, "/search?q=a&by=Ada", false, false),
                        new FacetLink("Bob", 10, "/search?q=a&by=Bob", false, false));
    }

    @Test
    void timesThatLeaveNothingAreNoChoice() {
        assertThat(FacetLink.times(SampleResults.two(), SearchAddress.of("a", "", "", "")))
                .containsExactly(
                        new FacetLink("Any time", 40, "/search?q=a", true, false),
                        new FacetLink("Past month", 4, "/search?q=a&updated=month", false, false));
    }

    @Test
    void aChosenTimeIsRemoved() {
        SearchAddress address = SearchAddress.of("a", "", "", "").withTime(ChangedWithin.MONTH);
        assertThat(FacetLink.times(SampleResults.two(), address))
                .containsExactly(
                        new FacetLink("Any time", 40, "/search?q=a", false, false),
                        new FacetLink("Past month", 4, "/search?q=a", true, true));
    }

    @Test
    void aChosenFilterIsRemoved() {
        assertThat(FacetLink.spaces(SampleResults.two(), SearchAddress.of("a", "handbook", "", "")))
                .containsExactly(new FacetLink("Hand & Book", 40, "/search?q=a", true, true));
    }
}

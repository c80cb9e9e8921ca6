package io.commonplace.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FacetLinkTest {
    @Test
    void aFilterThatIsNotChosenIsAdded() {
        assertThat(FacetLink.people(SampleResults.two(), SearchAddress.of("a", "", "", "")))
                .containsExactly(
                        new FacetLink("Ada", 30, "/search?q=a&by=Ada", false),
                        new FacetLink("Bob", 10, "/search?q=a&by=Bob", false));
    }

    @Test
    void aChosenFilterIsRemoved() {
        assertThat(FacetLink.spaces(SampleResults.two(), SearchAddress.of("a", "handbook", "", "")))
                .containsExactly(new FacetLink("Hand & Book", 40, "/search?q=a", true));
    }
}

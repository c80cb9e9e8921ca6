package io.commonplace.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagesLikeThisTest {
    @Test
    void onlyTheAddressOfAPageHasAPath() {
        assertThat(PagesLikeThis.pathInSpace("/s/handbook/running/backups")).isEqualTo("running/backups");
        for (String other :
                new String[] {"/s/handbook", "/s/handbook/", "/s/", "/assets/a/b.css", "/api/a/b", "/files/1/s/a"}) {
            assertThat(PagesLikeThis.pathInSpace(other)).as(other).isEmpty();
        }
    }
}

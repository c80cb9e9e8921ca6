package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathSearchTest {
    @Test
    void theLastNameComesFirst() {
        assertThat(PathSearch.names("running/restore-backups"))
                .containsExactly(List.of("restore", "backups"), List.of("running"));
    }

    @Test
    void theWayAPathIsWrittenDoesNotCount() {
        assertThat(PathSearch.names("/Running//Restore%20_Backups.html"))
                .containsExactly(List.of("restore", "20", "backups"), List.of("running"));
        assertThat(PathSearch.names("//.-/")).isEmpty();
    }

    @Test
    void nothingInAPathIsAFilter() {
        assertThat(PathSearch.names("space:secret -title:\"x\""))
                .containsExactly(List.of("space", "secret", "title", "x"));
    }

    @Test
    void ofADeepPathTheLastNamesAreLookedFor() {
        assertThat(PathSearch.names("a/b/c/d/e")).containsExactly(List.of("e"), List.of("d"), List.of("c"));
    }
}

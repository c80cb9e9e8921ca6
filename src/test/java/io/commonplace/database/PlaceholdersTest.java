package io.commonplace.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    @Test
    void parametersAreNumberedFromOneThroughAllRows() {
        assertThat(Placeholders.rows(2, 3)).isEqualTo("(?1, ?2, ?3), (?4, ?5, ?6)");
    }

    @Test
    void aListBeginsWhereTheOthersEnd() {
        assertThat(Placeholders.list(2, 2)).isEqualTo("?2, ?3");
    }
}

package io.commonplace.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicationTest {
    @ParameterizedTest
    @CsvSource({
        "0-1-9, 0-1-10, 0-1-10",
        "0-1-10, 0-1-9, 0-1-10",
        "0-1-7, 0-1-7, 0-1-7",
        "0-1-7, 0-2-8, 0-2-8",
        "0-2-7, 0-1-8, 0-1-8",
        "'', 0-1-1, 0-1-1",
        "0-1-99999999999, 0-1-1, 0-1-99999999999"
    })
    void theLaterPositionHasTheHigherSequenceWhicheverServerWroteIt(String one, String other, String later) {
        assertThat(Replication.later(one, other)).isEqualTo(later);
    }

    @Test
    void anyPositionIsLaterThanNone() {
        assertThat(Replication.later(null, "0-1-1")).isEqualTo("0-1-1");
        assertThat(Replication.later("0-1-1", null)).isEqualTo("0-1-1");
        assertThat(Replication.later(null, null)).isNull();
    }
}

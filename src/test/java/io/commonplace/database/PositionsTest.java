package io.commonplace.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {
    private static final String ONE = "3E11FA47-71CA-11E1-9E33-C80AA9429562";

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
    void onMariaDbTheLaterPositionHasTheHigherSequenceWhicheverServerWroteIt(String one, String other, String later) {
        assertThat(Positions.latest(one, other)).isEqualTo(later);
    }

    @Test
    void anyPositionIsLaterThanNone() {
        assertThat(Positions.latest(null, "0-1-1")).isEqualTo("0-1-1");
        assertThat(Positions.latest("0-1-1", null)).isEqualTo("0-1-1");
        assertThat(Positions.latest(null, null)).isNull();
    }

    @Test
    void aServerHasEverythingBeforeItsPosition() {
        assertThat(Positions.has("1-1-10", "1-2-9")).isTrue();
        assertThat(Positions.has("1-1-10", "1-1-10")).isTrue();
        assertThat(Positions.has("1-1-10", "1-1-11")).isFalse();
        assertThat(Positions.has("", "1-1-1")).isFalse();
        assertThat(Positions.has("", null)).isTrue();
    }

    @Test
    void aPositionOfAnotherKindOfServerIsNotReached() {
        assertThat(Positions.has("1-1-10", ONE + ":1-5")).isFalse();
        assertThat(Positions.has(ONE + ":1-5", "1-1-10")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1", "1-1-x", "1-1-1'", "1-1-9999999999999999999", ONE, ONE + ":", ONE + ":1-5;x"})
    void aTextWithoutTheFormOfAPositionIsNone(String text) {
        assertThat(Positions.isAny(text)).isFalse();
    }
}

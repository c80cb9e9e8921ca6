package io.commonplace.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MySqlPositionsTest {
    private static final String A = "3e11fa47-71ca-11e1-9e33-c80aa9429562";
    private static final String B = "4350f323-7565-4e59-8763-4b1b83a0ce0e";
    private static final String[] NAMES = {"A", A, "B", B};

    private final MySqlPositions positions = MySqlPositions.INSTANCE;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A:1-5       | A:1-7             | A:1-7
                    A:1-7       | A:1-5             | A:1-7
                    A:1-5       | A:6-9             | A:1-9
                    A:1-5       | A:7-9             | A:1-5:7-9
                    A:1-5:7-9   | A:6               | A:1-9
                    A:1:3:5:7   | A:2-6             | A:1-7
                    A:4-6       | A:1-9             | A:1-9
                    A:1-5       | B:1-3             | A:1-5,B:1-3
                    B:1-3,A:1-5 | A:1-6,B:1-2       | A:1-6,B:1-3
                    A:1-5,A:8   | A:6-7             | A:1-8
                    A:9         | A:9               | A:9
                    A:1-999999999999999998 | A:999999999999999999 | A:1-999999999999999999
                    """)
    void theLaterOfTwoContainsBoth(String one, String other, String later) {
        assertThat(positions.later(named(one), named(other))).isEqualTo(named(later));
        assertThat(positions.later(named(other), named(one))).isEqualTo(named(later));
        assertThat(positions.contains(named(later), named(one))).isTrue();
        assertThat(positions.contains(named(later), named(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A:1-5          | A:1-5       | true
                    A:1-5          | A:3         | true
                    A:1-5          | A:1-6       | false
                    A:1-5          | B:1         | false
                    A:1-5,B:1-3    | B:1-3       | true
                    A:1-5,B:1-3    | A:1-5,B:1-4 | false
                    A:1-5:7-9      | A:1-9       | false
                    A:1-5:7-9      | A:7-8       | true
                    A:2-9          | A:1-9       | false
                    A:1-5:nightly:1-9 | A:1-5    | true
                    A:1-5:nightly:1-9 | A:1-9    | false
                    """)
    void aServerHasAPositionIfNothingOfItIsMissing(String reached, String needed, boolean contained) {
        assertThat(positions.contains(named(reached), named(needed))).isEqualTo(contained);
    }

    @Test
    void aServersAnswerMayHaveLineBreaksAndCapitals() {
        assertThat(positions.contains(A.toUpperCase(Locale.ROOT) + ":1-5,\n" + B + ":1-3", A + ":1-5," + B + ":3"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A:1", "A:1-5", "A:1-5:7-9", "A:1-5,B:1", "A:1-5, B:1-3"})
    void whatAServerReportsIsAPosition(String text) {
        assertThat(positions.isPosition(named(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "A:",
                "A:0",
                "A:0-5",
                "A:01",
                "A:5-1",
                "A:-5",
                "A:1-",
                "A:1--5",
                "A:1,",
                ",A:1",
                "A:1,,B:1",
                "A:1;B:1",
                "A:1 ",
                "A:1\n",
                "A:1-5:nightly:1",
                "A:nightly:1",
                "A:1' or '1'='1",
                "A:1234567890123456789",
                "1-1-7",
                "3e11fa47:1-5",
                "3g11fa47-71ca-11e1-9e33-c80aa9429562:1",
                "A:\u0661"
            })
    void anythingElseIsNotAccepted(String text) {
        assertThat(positions.isPosition(named(text))).isFalse();
    }

    @Test
    void aLongPositionIsNotAccepted() {
        assertThat(positions.isPosition(A + ":1".repeat(400))).isTrue();
        assertThat(positions.isPosition(A + ":1".repeat(500))).isFalse();
    }

    private static String named(String text) {
        String named = text;
        for (int i = 0; i < NAMES.length; i += 2) {
            named = named.replaceAll("\\b" + NAMES[i] + "\\b(?!-)", NAMES[i + 1]);
        }
        return named;
    }
}

package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.search.ChangeCursor.Range;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChangeCursorTest {
    private static final long END = Long.MAX_VALUE;

    private final ChangeCursor cursor = new ChangeCursor(10);

    @Test
    void itWantsWhatFollows() {
        assertThat(cursor.wanted()).containsExactly(new Range(11, END));
        cursor.saw(List.of(11L, 12L), 0);
        assertThat(cursor.wanted()).containsExactly(new Range(13, END));
        assertThat(cursor.settled()).isEqualTo(12);
    }

    @Test
    void itLooksAgainForANumberWhoseTransactionIsStillOpen() {
        cursor.saw(List.of(11L, 14L), 0);
        assertThat(cursor.wanted()).containsExactly(new Range(12, 13), new Range(15, END));
        assertThat(cursor.settled()).isEqualTo(11);
        cursor.saw(List.of(13L), 1);
        assertThat(cursor.wanted()).containsExactly(new Range(12, 12), new Range(15, END));
        cursor.saw(List.of(12L), 2);
        assertThat(cursor.wanted()).containsExactly(new Range(15, END));
        assertThat(cursor.settled()).isEqualTo(14);
    }

    @Test
    void aNumberInTheMiddleOfAGapSplitsIt() {
        cursor.saw(List.of(20L), 0);
        cursor.saw(List.of(15L), 1);
        assertThat(cursor.wanted()).containsExactly(new Range(11, 14), new Range(16, 19), new Range(21, END));
    }

    @Test
    void aGapEndsWhenItsTransactionMustBeOver() {
        cursor.saw(List.of(12L), 0);
        cursor.saw(List.of(), ChangeCursor.MAX_TRANSACTION.toNanos());
        assertThat(cursor.settled()).isEqualTo(10);
        cursor.saw(List.of(), ChangeCursor.MAX_TRANSACTION.toNanos() + 1);
        assertThat(cursor.wanted()).containsExactly(new Range(13, END));
        assertThat(cursor.settled()).isEqualTo(12);
    }

    @Test
    void withTooManyGapsItReadsEverythingAgain() {
        cursor.saw(LongStream.rangeClosed(6, 120).map(n -> 2 * n).boxed().toList(), 0);
        assertThat(cursor.wanted()).containsExactly(new Range(11, END));
        cursor.saw(LongStream.rangeClosed(11, 240).boxed().toList(), 1);
        assertThat(cursor.wanted()).containsExactly(new Range(241, END));
    }

    @Test
    void whatIsSeenTwiceDoesNoHarm() {
        cursor.saw(List.of(12L), 0);
        cursor.saw(List.of(12L, 5L), 1);
        assertThat(cursor.wanted()).containsExactly(new Range(11, 11), new Range(13, END));
    }
}

package io.commonplace.attachments.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    private static final long SIZE = 100;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=90-, 90, 99",
        "bytes=90-200, 90, 99",
        "bytes=-10, 90, 99",
        "bytes=-200, 0, 99",
        "bytes=99-99, 99, 99",
    })
    void aRangeEndsWithTheFile(String header, long from, long to) {
        ByteRange range = ByteRange.of(header, SIZE).orElseThrow();

        assertThat(range).isEqualTo(new ByteRange(from, to));
        assertThat(range.isThere()).isTrue();
        assertThat(range.of(SIZE)).isEqualTo("bytes " + from + "-" + to + "/100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void aRangeBehindTheEndIsNotThere(String header) {
        assertThat(ByteRange.of(header, SIZE).orElseThrow().isThere()).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes=-",
                "bytes=9-0",
                "bytes=0-1,5-6",
                "lines=0-9",
                "bytes=a-b",
                "bytes=0-9999999999999999999"
            })
    void whatIsNoSingleRangeMeansTheWholeFile(String header) {
        assertThat(ByteRange.of(header, SIZE)).isEmpty();
    }

    @Test
    void anEmptyFileHasNoParts() {
        assertThat(ByteRange.of("bytes=0-", 0).orElseThrow().isThere()).isFalse();
    }
}

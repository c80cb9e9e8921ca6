package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextBatchTest {
    private final List<Map<String, String>> stored = new ArrayList<>();
    private final TextBatch batch = new TextBatch(stored::add);

    @Test
    void textsArePassedOnInBatchesOfLimitedLength() {
        for (int i = 0; i < 10; i++) {
            batch.add("hash " + i, "x".repeat(300_000));
        }
        batch.flush();

        assertThat(stored).extracting(Map::size).containsExactly(4, 4, 2);
    }

    @Test
    void manyShortTextsArePassedOnInBatchesOfLimitedNumber() {
        for (int i = 0; i < 450; i++) {
            batch.add("hash " + i, "x");
        }
        batch.flush();
        batch.flush();

        assertThat(stored).extracting(Map::size).containsExactly(200, 200, 50);
    }

    @Test
    void theSameTextIsStoredOnce() {
        batch.add("hash", "x");
        batch.add("hash", "x");
        batch.flush();

        assertThat(stored).containsExactly(Map.of("hash", "x"));
    }
}

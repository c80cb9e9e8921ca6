package io.commonplace.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepPriorityTest {
    @ParameterizedTest
    @CsvSource({"0, 8", "7, 8", "8, 7", "31, 7", "32, 6", "127, 6", "128, 5", "8191, 3", "8192, 2", "2147483647, 2"})
    void theFurtherStepsOfAJobComeLater(int rank, int priority) {
        assertThat(StepPriority.of(rank)).isEqualTo(priority);
    }
}

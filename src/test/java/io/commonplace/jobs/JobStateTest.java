package io.commonplace.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobStateTest {
    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "RUNNING"})
    void aJobThatWaitsOrRunsCanStillChange(JobState state) {
        assertThat(state.isFinal()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"QUEUED", "RUNNING"})
    void aJobThatHasEndedDoesNotChange(JobState state) {
        assertThat(state.isFinal()).isTrue();
    }
}

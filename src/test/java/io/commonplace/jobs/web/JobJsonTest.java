package io.commonplace.jobs.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.jobs.JobState;
import io.commonplace.jobs.JobStatus;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobJsonTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void hasTheProgressAndTheWorkOfEachClone() {
        JsonObject json = json(job(JobState.RUNNING, false, 30, 120));

        assertThat(json.getString("state")).isEqualTo("RUNNING");
        assertThat(json.getInt("done")).isEqualTo(30);
        assertThat(json.getInt("total")).isEqualTo(120);
        assertThat(json.getJsonNumber("itemsPerSecond").doubleValue()).isEqualTo(3.0);
        assertThat(json.getJsonArray("steps").getJsonObject(1).getString("worker"))
                .isEqualTo("clone-2");
    }

    @Test
    void theStateIsCancellingWhileACancelledJobStillRuns() {
        assertThat(json(job(JobState.RUNNING, true, 1, 2)).getString("stateText"))
                .isEqualTo("Cancelling");
        assertThat(json(job(JobState.CANCELLED, true, 1, 2)).getString("stateText"))
                .isEqualTo("Cancelled");
    }

    @Test
    void theMessageIsThePhaseAndAtTheEndTheResult() {
        assertThat(json(job(JobState.RUNNING, false, 0, 0)).getString("message"))
                .contains("Preparing");
        assertThat(json(job(JobState.DONE, false, 2, 2)).getString("message")).isEqualTo("2 pages new");
    }

    private static JobStatus job(JobState state, boolean cancelRequested, int done, int total) {
        List<JobStatus.Share> shares = List.of(new JobStatus.Share("clone-1", 2), new JobStatus.Share("clone-2", 1));
        String result = state.isFinal() ? "2 pages new" : "";
        return new JobStatus(
                7,
                "import",
                "a.zip",
                state,
                cancelRequested,
                done,
                total,
                result,
                "ada",
                START,
                START,
                null,
                0,
                "",
                "",
                null,
                shares);
    }

    private static JsonObject json(JobStatus job) {
        try (JsonReader reader = Json.createReader(new StringReader(JobJson.of(job, START.plusSeconds(10))))) {
            return reader.readObject();
        }
    }
}

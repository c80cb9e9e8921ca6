package io.commonplace.jobs;

import io.commonplace.platform.TimeKey;
import java.time.Instant;

/** An entry of the list of jobs. */
public record JobHead(
        long id,
        String title,
        JobState state,
        boolean cancelRequested,
        int done,
        int total,
        String result,
        String createdBy,
        Instant createdAt) {
    /** The job's place in the list. */
    public TimeKey key() {
        return new TimeKey(createdAt, id);
    }
}

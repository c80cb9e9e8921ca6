package io.commonplace.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a job, for people and scripts.
 *
 * @param done the items done so far
 * @param total all items; 0 until their number is known
 * @param problems the number of notes of severity PROBLEM
 * @param href the address of the page that it works on; empty if there is none
 * @param download the address of the file that it has made; empty if there is none
 * @param next what a person may do next; null if there is nothing
 * @param shares the number of steps done by each clone
 */
public record JobStatus(
        long id,
        String kind,
        String title,
        JobState state,
        boolean cancelRequested,
        int done,
        int total,
        String result,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long problems,
        String href,
        String download,
        @Nullable JobLink next,
        List<Share> shares) {

    /** Items per second since the job started to run; 0 before. */
    public double itemsPerSecond(Instant now) {
        if (startedAt == null) {
            return 0;
        }
        long millis =
                Duration.between(startedAt, endedAt == null ? now : endedAt).toMillis();
        return millis <= 0 ? 0 : done * 1000.0 / millis;
    }

    /** @param worker a clone's name */
    public record Share(String worker, long done) {}
}

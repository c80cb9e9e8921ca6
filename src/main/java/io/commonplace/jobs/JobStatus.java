package io.commonplace.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is, for people and scripts.
 *
 * @param done items done so far, of {@code total}; that is 0 while it is not known
 * @param problems number of notes of severity PROBLEM
 * @param href the address of what it works on; empty if it has none
 * @param shares how many steps each clone has done
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
        List<Share> shares) {

    /** Items a second since the first was done; 0 before. */
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

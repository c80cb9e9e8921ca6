package io.commonplace.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of a job that one worker runs as a whole. {@link StepStore} changes its row by conditional updates, not through this
 * object: a claim must not be a read followed by a write.
 */
@Entity
@Table(name = "job_step")
public class JobStep {
    static final int MAX_ATTEMPTS = 4;

    /** If no worker has claimed the step after this time, its message counts as lost. */
    static final Duration WAKE_AFTER = Duration.ofSeconds(10);

    /** A job with a step that was claimed within this time gets on. */
    static final Duration RECENTLY = Duration.ofSeconds(3);

    @Id
    private long id;

    @Column(name = "job_id")
    private long jobId;

    private String name;

    @Column(name = "first_item")
    private int firstItem;

    @Column(name = "last_item")
    private int lastItem;

    @Enumerated(EnumType.STRING)
    private StepState state = StepState.PENDING;

    private int token;
    private @Nullable String worker;
    private int attempts;

    @Column(name = "wake_at")
    private Instant wakeAt;

    @Column(name = "claimed_at")
    private @Nullable Instant claimedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected JobStep() {}

    JobStep(long id, long jobId, String name, int firstItem, int lastItem, Instant now) {
        this.id = id;
        this.jobId = jobId;
        this.name = name;
        this.firstItem = firstItem;
        this.lastItem = lastItem;
        this.wakeAt = now.plus(WAKE_AFTER);
    }

    long id() {
        return id;
    }

    long jobId() {
        return jobId;
    }

    String name() {
        return name;
    }

    int firstItem() {
        return firstItem;
    }

    int lastItem() {
        return lastItem;
    }

    int token() {
        return token;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    String worker() {
        return worker;
    }
}

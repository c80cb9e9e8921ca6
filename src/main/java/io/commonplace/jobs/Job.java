package io.commonplace.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A background job. Its steps run on any clone; the job counts their items, and ends with its last step. Its row is locked
 * before each change, so that the last step knows that it is the last.
 */
@Entity
@Table(name = "job")
public class Job {
    @Id
    private long id;

    private String kind;
    private String title;

    @Enumerated(EnumType.STRING)
    private JobState state;

    private String payload;
    private int done;
    private int total;
    private String result = "";

    @Column(name = "cancel_requested")
    private boolean cancelRequested;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Version
    private int version;

    protected Job() {}

    Job(long id, NewJob job, Instant now) {
        this.id = id;
        this.kind = job.kind();
        this.title = job.title();
        this.payload = job.payload();
        this.createdBy = job.createdBy();
        this.createdAt = now;
        this.state = JobState.QUEUED;
    }

    /** Counts items that are done. */
    void advance(int items, Instant now) {
        begin(now);
        done += items;
    }

    void begin(Instant now) {
        if (state == JobState.QUEUED) {
            state = JobState.RUNNING;
            startedAt = now;
        }
    }

    void expect(int items) {
        total = items;
    }

    /** Sets the result of a job that one of its steps has refused. */
    void refuse(String reason) {
        result = cut(reason);
    }

    void requestCancel() {
        cancelRequested = true;
    }

    void end(JobState end, String result, Instant now) {
        if (!end.isFinal() || state.isFinal()) {
            throw new IllegalStateException("Job " + id + " can't go from " + state + " to " + end);
        }
        this.state = end;
        this.result = cut(result);
        this.endedAt = now;
    }

    private static String cut(String text) {
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    public long id() {
        return id;
    }

    public String kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public JobState state() {
        return state;
    }

    /** The job's parameters, in a format of its kind. */
    public String payload() {
        return payload;
    }

    public int done() {
        return done;
    }

    /** The number of all items; 0 until it is known. */
    public int total() {
        return total;
    }

    public String result() {
        return result;
    }

    public boolean isCancelRequested() {
        return cancelRequested;
    }

    /** The login name of the person who started it. */
    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }
}

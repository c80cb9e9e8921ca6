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
 * Work that was asked for. Its steps do it, on any clone; it counts what they have done, and ends when none is left.
 * Whoever changes it has locked its row, so that the last step knows that it is the last.
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

    /** Some of the items are done. */
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

    /** It can't be done, as one of its steps has found out; that is what it comes to. */
    void refuse(String reason) {
        result = cut(reason);
    }

    void requestCancel() {
        cancelRequested = true;
    }

    void end(JobState how, String result, Instant now) {
        if (!how.isFinal() || state.isFinal()) {
            throw new IllegalStateException("Job " + id + " can't go from " + state + " to " + how);
        }
        this.state = how;
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

    /** What to do, in a form that only the kind knows. */
    public String payload() {
        return payload;
    }

    public int done() {
        return done;
    }

    /** Number of items in all; 0 while it is not known yet. */
    public int total() {
        return total;
    }

    public String result() {
        return result;
    }

    public boolean isCancelRequested() {
        return cancelRequested;
    }

    /** The login name of who asked for it. */
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

package io.commonplace.attachments.text;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The text of one content, whichever files have it. */
@Entity
@Table(name = "file_text")
public class FileText {
    /** A file that stops its process this often is given up. */
    static final int MAX_ATTEMPTS = 3;

    @Id
    private String hash;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private @Nullable ExtractionFailure reason;

    private @Nullable String text;
    private int characters;
    private int attempts;
    private int extractor;

    @Column(name = "job_id")
    private @Nullable Long jobId;

    private @Nullable Integer number;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected FileText() {}

    FileText(String hash, Instant now) {
        this.hash = hash;
        this.state = State.PENDING;
        this.changedAt = now;
    }

    /** Makes it an item of a job. */
    void allot(long toJob, int toNumber) {
        jobId = toJob;
        number = toNumber;
    }

    /** Counts an attempt before it begins, because it may stop the whole clone. */
    void begin() {
        attempts++;
    }

    /** Whether all attempts have been made, and none has come to an end. */
    boolean isExhausted() {
        return attempts > MAX_ATTEMPTS;
    }

    /** @return whether the text is another one now */
    boolean end(Extraction extraction, Instant now) {
        boolean changes = characters > 0 || !extraction.text().isEmpty();
        ExtractionFailure failure = extraction.failure();
        if (failure != null && !failure.isCertain() && attempts < MAX_ATTEMPTS) {
            return false;
        }
        state = failure == null ? State.READ : State.FAILED;
        reason = failure;
        text = extraction.text();
        characters = extraction.text().length();
        extractor = Extractor.VERSION;
        changedAt = now;
        return changes;
    }

    String hash() {
        return hash;
    }

    State state() {
        return state;
    }

    @Nullable
    ExtractionFailure reason() {
        return reason;
    }

    /** The names are in the database. */
    enum State {
        PENDING,
        READ,
        FAILED
    }
}

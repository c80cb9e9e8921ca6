package io.commonplace.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A job's message about one file or page, or about the whole job. */
@Entity
@Table(name = "job_note")
public class JobNote {
    @Id
    private long id;

    @Column(name = "job_id")
    private long jobId;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    /** A file or page; empty for the whole job. */
    private String subject;

    private String message;

    /** The key of the message, without its arguments; empty if nobody counts notes like this one. */
    private String kind = "";

    @Column(name = "line_number")
    private @Nullable Integer line;

    @Column(name = "line_text")
    private @Nullable String text;

    protected JobNote() {}

    JobNote(long id, long jobId, StepCommit.Note note) {
        this.id = id;
        this.jobId = jobId;
        this.severity = note.severity();
        this.kind = note.kind();
        this.subject = cut(note.subject(), 700);
        this.message = cut(note.message(), 1000);
        SourceLine at = note.line();
        this.line = at == null ? null : at.number();
        this.text = at == null ? null : at.text();
    }

    long id() {
        return id;
    }

    public Severity getSeverity() {
        return severity;
    }

    public String getSubject() {
        return subject;
    }

    public String getMessage() {
        return message;
    }

    /** Of the subject, from 1; null if the note is about all of it. */
    public @Nullable Integer getLine() {
        return line;
    }

    /** What stands there; empty if there is no line. */
    public String getText() {
        return text == null ? "" : text;
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length - 1) + "…" : text;
    }

    /** A PROBLEM was not done; a HINT was done, but somebody may want to check it. */
    public enum Severity {
        PROBLEM,
        HINT
    }
}

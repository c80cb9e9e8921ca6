package io.commonplace.jobs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The changes to a job at the end of a step. They are written in one transaction with the step's own changes. */
public final class StepCommit {
    private final Job job;
    private final List<Range> added = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private int expected = -1;
    private String result = "";

    StepCommit(Job job) {
        this.job = job;
    }

    public long jobId() {
        return job.id();
    }

    public String payload() {
        return job.payload();
    }

    public String createdBy() {
        return job.createdBy();
    }

    /** Adds steps of {@code size} items each, for the items from 0 to {@code items}, exclusive. */
    public void addSteps(String name, int items, int size) {
        for (int first = 0; first < items; first += size) {
            added.add(new Range(name, first, Math.min(items, first + size)));
        }
    }

    /** Sets the number of all items of the job. */
    public void expect(int items) {
        expected = items;
    }

    public void problem(String subject, String message) {
        problem(subject, "", message);
    }

    /** @param kind the same for all problems that a report counts together */
    public void problem(String subject, String kind, String message) {
        notes.add(new Note(JobNote.Severity.PROBLEM, subject, kind, message, null));
    }

    public void hint(String subject, String message) {
        hint(subject, "", message);
    }

    /** @param kind as in {@link #problem(String, String, String)} */
    public void hint(String subject, String kind, String message) {
        hint(subject, kind, message, null);
    }

    /** @param line of the subject; null if it is about all of it */
    public void hint(String subject, String kind, String message, @Nullable SourceLine line) {
        notes.add(new Note(JobNote.Severity.HINT, subject, kind, message, line));
    }

    /** Sets the job's result, a text for people. */
    public void finish(String result) {
        this.result = result;
    }

    List<Range> added() {
        return added;
    }

    List<Note> notes() {
        return notes;
    }

    int expected() {
        return expected;
    }

    String result() {
        return result;
    }

    record Range(String name, int first, int last) {}

    record Note(
            JobNote.Severity severity,
            String subject,
            String kind,
            String message,
            @Nullable SourceLine line) {}
}

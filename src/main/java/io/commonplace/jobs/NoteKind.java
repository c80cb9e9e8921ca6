package io.commonplace.jobs;

/** The notes of a job that say the same about different files. @param example one of the messages */
public record NoteKind(JobNote.Severity severity, String kind, long count, String example) {
    public boolean isProblem() {
        return severity == JobNote.Severity.PROBLEM;
    }
}

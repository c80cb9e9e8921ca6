package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import java.util.ArrayList;
import java.util.List;

/** Collects the notes about single files until the step commits. */
final class FileNotes {
    private final List<Note> problems = new ArrayList<>();
    private final List<Note> hints = new ArrayList<>();

    /** The file is left out. */
    void problem(String path, String message) {
        problems.add(new Note(path, message));
    }

    /** The file is imported, but somebody should check it. */
    void hint(String path, String message) {
        hints.add(new Note(path, message));
    }

    void writeTo(StepCommit commit) {
        problems.forEach(note -> commit.problem(note.path, note.message));
        hints.forEach(note -> commit.hint(note.path, note.message));
    }

    List<Note> problems() {
        return problems;
    }

    List<Note> hints() {
        return hints;
    }

    record Note(String path, String message) {}
}

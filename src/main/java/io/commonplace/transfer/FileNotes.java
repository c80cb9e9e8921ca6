package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import io.commonplace.platform.Messages;
import java.util.ArrayList;
import java.util.List;

/** Collects the notes about single files until the step commits. */
final class FileNotes {
    private final List<Note> problems = new ArrayList<>();
    private final List<Note> hints = new ArrayList<>();

    /** The file is left out. @param key of the message, which is also the kind of the note */
    void problem(String path, String key, Object... arguments) {
        problems.add(new Note(path, key, Messages.text(key, arguments)));
    }

    void problem(String path, FileRefused refused) {
        problem(path, refused.key(), refused.arguments());
    }

    /** The file is imported, but somebody should check it. */
    void hint(String path, String key, Object... arguments) {
        hints.add(new Note(path, key, Messages.text(key, arguments)));
    }

    void writeTo(StepCommit commit) {
        problems.forEach(note -> commit.problem(note.path, note.kind, note.message));
        hints.forEach(note -> commit.hint(note.path, note.kind, note.message));
    }

    List<Note> problems() {
        return problems;
    }

    List<Note> hints() {
        return hints;
    }

    record Note(String path, String kind, String message) {}
}

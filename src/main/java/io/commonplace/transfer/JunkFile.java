package io.commonplace.transfer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files in archives that nobody meant to import. */
final class JunkFile {
    /** The settings of a note-taking program, the notes that were deleted in it, and the revisions of an export. */
    private static final Pattern PROGRAM_FOLDER = Pattern.compile("(?i)(?<![^/])\\.(?:obsidian|trash|revisions)(?=/)");

    private JunkFile() {}

    /** Whether file managers or version control left it. @param path with slashes */
    static boolean is(String path) {
        String lower = "/" + path.toLowerCase(Locale.ROOT);
        return lower.startsWith("/__macosx/")
                || lower.endsWith("/.ds_store")
                || lower.endsWith("/thumbs.db")
                || lower.contains("/.git/");
    }

    /** The folder above a file that belongs to a program and has no pages. */
    static Optional<String> programFolder(String path) {
        Matcher folder = PROGRAM_FOLDER.matcher(path);
        return folder.find() ? Optional.of(path.substring(0, folder.end())) : Optional.empty();
    }
}

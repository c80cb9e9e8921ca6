package io.commonplace.transfer;

import io.commonplace.pages.PagePath;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Checks names in an archive. They are never used as file names on a disk, but are refused if they could be dangerous
 * there.
 */
final class EntryName {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\uFFFD\\p{Cs}]");
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");
    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*]");

    private EntryName() {}

    /**
     * Some Windows programs write backslashes as separators. A backslash is not portable in a name, so it always counts as
     * one.
     */
    static String withSlashes(String name) {
        return name.replace('\\', '/');
    }

    /**
     * @param depth the maximum number of nested folders
     * @return the name with slashes, in Unicode's composed form (NFC)
     * @throws FileRefused if the name leads out of the archive, is absolute, or contains forbidden characters
     */
    static String check(String given, int depth) throws FileRefused {
        String name = withSlashes(given);
        if (name.isBlank() || CONTROL.matcher(name).find()) {
            throw new FileRefused("import.name.characters");
        }
        if (DRIVE.matcher(name).matches() || name.startsWith("/")) {
            throw new FileRefused("import.name.absolute");
        }
        String[] segments = name.split("/", -1);
        for (String segment : segments) {
            checkSegment(segment);
        }
        if (segments.length - 1 > depth) {
            throw new FileRefused("import.name.depth", depth);
        }
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (composed.length() > PagePath.MAX_LENGTH) {
            throw new FileRefused("import.name.long", PagePath.MAX_LENGTH);
        }
        return composed;
    }

    private static void checkSegment(String segment) throws FileRefused {
        if (segment.equals("..") || segment.equals(".")) {
            throw new FileRefused("import.name.traversal");
        }
        if (segment.isBlank() || segment.length() > 255) {
            throw new FileRefused("import.name.characters");
        }
        if (RESERVED.matcher(segment).find()) {
            throw new FileRefused("import.name.reserved");
        }
    }
}

package io.commonplace.attachments;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The name of a file, as a person's browser sends it. */
final class FileName {
    /** In characters; with what makes it unique it fits the column. */
    static final int MAX_LENGTH = 200;

    private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}<>]+");
    private static final Pattern DOTS = Pattern.compile("^[.\\s]+|[.\\s]+$");

    private FileName() {}

    /** Without folders, control characters and angle brackets; "file" if nothing is left. A long name keeps its extension. */
    static String clean(String sent) {
        String composed = Normalizer.normalize(sent, Normalizer.Form.NFC);
        String name =
                CONTROLS.matcher(FOLDERS.matcher(composed).replaceFirst("")).replaceAll("");
        String bare = DOTS.matcher(name).replaceAll("");
        if (bare.isEmpty()) {
            return "file";
        }
        String extension = extension(bare);
        int kept = Math.min(bare.length() - extension.length(), MAX_LENGTH - extension.length());
        return bare.substring(0, kept).strip() + extension;
    }

    /** {@code plan.pdf} as {@code plan-2.pdf}. */
    static String numbered(String name, int number) {
        String extension = extension(name);
        return name.substring(0, name.length() - extension.length()) + "-" + number + extension;
    }

    /** With its dot; empty if there is none, or it is no extension. */
    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 || name.length() - dot > 12 ? "" : name.substring(dot);
    }
}

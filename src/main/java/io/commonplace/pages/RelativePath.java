package io.commonplace.pages;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Destinations of links that lead from file to file. */
public final class RelativePath {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String PLAIN = "-._~/";

    private RelativePath() {}

    /** The destination without query and fragment. */
    public static String of(String destination) {
        int end = 0;
        while (end < destination.length() && destination.charAt(end) != '#' && destination.charAt(end) != '?') {
            end++;
        }
        return destination.substring(0, end);
    }

    /** Whether this is the address of a search on this site, which no file stands for. */
    public static boolean isSearch(String destination) {
        return destination.startsWith("/search?q=");
    }

    /** The target, as seen from the file with that name. */
    public static String between(String name, String target) {
        String[] from = PagePath.parent(name).split("/");
        String[] to = target.split("/");
        int shared = 0;
        while (shared < Math.min(from.length, to.length - 1) && from[shared].equals(to[shared])) {
            shared++;
        }
        String down = String.join("/", List.of(to).subList(shared, to.length));
        return "../".repeat(PagePath.parent(name).isEmpty() ? 0 : from.length - shared) + encoded(down, PLAIN);
    }

    /** A path from the top, for a destination. */
    public static String encoded(String path) {
        return encoded(path, PLAIN);
    }

    /** Query and fragment, for a destination. */
    public static String encodedRest(String rest) {
        return encoded(rest, "#?&=;%+:@" + PLAIN);
    }

    /** Letters and digits of all scripts stay; a link is easier to read with them. */
    private static String encoded(String text, String allowed) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || allowed.indexOf(c) >= 0) {
                out.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(HEX.toHexDigits(b));
                }
            }
        });
        return out.toString();
    }
}

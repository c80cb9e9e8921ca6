package io.commonplace.rendering;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The unique ids of one page. Headings get the ids that GitHub gives them, so that links copied from there work. */
final class Slugs {
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> repeated = new HashMap<>();

    /** A repeated slug gets a number, from 1. */
    String forHeading(String text) {
        return unique(slug(text));
    }

    /** Lower case, with hyphens for spaces, without punctuation; accents are composed. */
    static String slug(String text) {
        StringBuilder slug = new StringBuilder();
        String composed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        composed.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isWhitespace(c)) {
                slug.append('-');
            } else if (Character.isLetterOrDigit(c) || c == '-' || c == '_' || isMark(c)) {
                slug.appendCodePoint(c);
            }
        });
        return slug.isEmpty() ? "section" : slug.toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private String unique(String slug) {
        String id = slug;
        while (!taken.add(id)) {
            id = slug + "-" + repeated.merge(slug, 1, Integer::sum);
        }
        return id;
    }

    Set<String> taken() {
        return Set.copyOf(taken);
    }

    /** Takes an id that the source contains. @return whether it was still free */
    boolean take(String id) {
        return taken.add(id);
    }
}

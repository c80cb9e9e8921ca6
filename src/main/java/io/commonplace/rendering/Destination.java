package io.commonplace.rendering;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a link's destination is by its looks. */
enum Destination {
    /** On this site, to be resolved. */
    INTERNAL,
    /** {@code #part} of the same page, or nothing at all. */
    FRAGMENT,
    /** {@code wiki:Target}, which is what {@code [[Target]]} becomes. */
    WIKI,
    /** On another host. */
    WEB,
    /** A letter or a call. */
    CONTACT,
    /** Any other scheme, and a share of files: no page links to it, and no picture is it. */
    BARRED;

    static final String WIKI_SCHEME = "wiki:";

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+:");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String KEPT = "-._~:/?#@!$&'()*+,;=%";

    static Destination of(String written) {
        if (written.isEmpty() || written.startsWith("#")) {
            return FRAGMENT;
        }
        // Browsers take a backslash for a slash: what is meant as a share of files would lead to a host of that name.
        if (written.startsWith("/\\") || written.startsWith("\\")) {
            return BARRED;
        }
        if (written.startsWith("//")) {
            return WEB;
        }
        if (!SCHEME.matcher(written).lookingAt()) {
            return INTERNAL;
        }
        String lower = written.substring(0, Math.min(8, written.length())).toLowerCase(Locale.ROOT);
        if (lower.startsWith(WIKI_SCHEME)) {
            return WIKI;
        }
        if (lower.startsWith("http:") || lower.startsWith("https:")) {
            return WEB;
        }
        return lower.startsWith("mailto:") || lower.startsWith("tel:") ? CONTACT : BARRED;
    }

    /** As written, without the white space around that browsers ignore. */
    static String trimmed(String attribute) {
        return attribute.strip();
    }

    static String wikiTarget(String written) {
        return written.substring(WIKI_SCHEME.length()).strip();
    }

    /** Encodes what may not stand in a URL and leaves alone what already is encoded. */
    static String percentEncoded(String url) {
        StringBuilder encoded = null;
        for (int i = 0; i < url.length(); ) {
            int c = url.codePointAt(i);
            if (mayStand(c)) {
                if (encoded != null) {
                    encoded.append((char) c);
                }
            } else {
                encoded = encoded == null ? new StringBuilder(url.substring(0, i)) : encoded;
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(HEX.toHexDigits(b));
                }
            }
            i += Character.charCount(c);
        }
        return encoded == null ? url : encoded.toString();
    }

    private static boolean mayStand(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || KEPT.indexOf(c) >= 0;
    }
}

package io.commonplace.rendering;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kind of a link's destination, by its form alone. */
enum Destination {
    /** On this site, to be resolved. */
    INTERNAL,
    /** {@code #part} of the same page, or empty. */
    FRAGMENT,
    /** {@code wiki:Target}, the form that {@link WikiLinks} gives {@code [[Target]]}. */
    WIKI,
    /** On another host. */
    WEB,
    /** {@code mailto:} or {@code tel:}. */
    CONTACT,
    /** Any other scheme, or a network share: never a link or an image. */
    UNSUPPORTED;

    static final String WIKI_SCHEME = "wiki:";

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+:");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String OTHER_ALLOWED = "-._~:/?#@!$&'()*+,;=%";

    static Destination of(String written) {
        if (written.isEmpty() || written.startsWith("#")) {
            return FRAGMENT;
        }
        // Browsers read a backslash as a slash: the path of a network share would lead to a web host of that name.
        if (written.startsWith("/\\") || written.startsWith("\\")) {
            return UNSUPPORTED;
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
        return lower.startsWith("mailto:") || lower.startsWith("tel:") ? CONTACT : UNSUPPORTED;
    }

    /** The destination without the surrounding white space that browsers ignore. */
    static String trimmed(String attribute) {
        return attribute.strip();
    }

    /** The target of {@code wiki:target} or, for a picture, {@code wiki:target|size}. */
    static String wikiTarget(String written) {
        int end = written.indexOf('|');
        return written.substring(WIKI_SCHEME.length(), end < 0 ? written.length() : end)
                .strip();
    }

    /** What follows the target of a picture: its size or its description; empty if there is nothing. */
    static String wikiSize(String written) {
        int end = written.indexOf('|');
        return end < 0 ? "" : written.substring(end + 1).strip();
    }

    /** Encodes characters that a URL may not contain. What is already encoded stays as it is. */
    static String percentEncoded(String url) {
        StringBuilder encoded = null;
        for (int i = 0; i < url.length(); ) {
            int c = url.codePointAt(i);
            if (isAllowed(c)) {
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

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || OTHER_ALLOWED.indexOf(c) >= 0;
    }
}

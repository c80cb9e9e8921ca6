package io.commonplace.platform.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Paths on this site that a request names, such as where to go after signing in. */
public final class LocalPath {
    private static final String HOME = "/";

    /** A folder's own name or its parent's, plain or encoded: what is left without them may begin anew with "//". */
    private static final Pattern DOTS = Pattern.compile("(?i)/(\\.|%2e)");

    private LocalPath() {}

    /** @return the path with its query and fragment, if a browser is sure to take it for one on this site; home otherwise */
    public static String orHome(@Nullable String given) {
        return given != null && isLocal(given) ? given : HOME;
    }

    private static boolean isLocal(String given) {
        // Browsers read "\" as "/", skip control characters, and take "//" for the beginning of a host.
        boolean plain = given.chars().noneMatch(c -> c <= ' ' || c == '\\' || c >= 0x7f);
        if (!plain || !given.startsWith("/") || given.startsWith("//")) {
            return false;
        }
        try {
            URI uri = new URI(given);
            return uri.getRawAuthority() == null
                    && !DOTS.matcher(uri.getRawPath()).find();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

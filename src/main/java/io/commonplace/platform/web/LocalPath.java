package io.commonplace.platform.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks paths of this site that come from a request, such as the next page after signing in. */
public final class LocalPath {
    private static final String HOME = "/";

    /** Dot segments, plain or encoded: without them the path may begin with "//". */
    private static final Pattern DOTS = Pattern.compile("(?i)/(\\.|%2e)");

    private LocalPath() {}

    /** @return the path with its query and fragment, if every browser reads it as a path of this site; "/" otherwise */
    public static String orHome(@Nullable String given) {
        return given != null && isLocal(given) ? given : HOME;
    }

    private static boolean isLocal(String given) {
        // Browsers read "\" as "/", skip control characters, and read a host after "//".
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

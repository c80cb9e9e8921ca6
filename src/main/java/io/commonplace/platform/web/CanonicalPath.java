package io.commonplace.platform.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Whether a path has a single possible reading: no path parameters, no empty or dot segments, no encoded slashes or control
 * characters, and well-formed UTF-8 in its percent encoding. The balancer's {@code haproxy.cfg} refuses the same, except for
 * malformed UTF-8.
 */
final class CanonicalPath {
    private static final Pattern NOT_CANONICAL = Pattern.compile("[;\\\\]|//"
            + "|%(?![0-9A-Fa-f]{2})"
            + "|%(?:[01][0-9A-Fa-f]|2[Ff]|5[Cc]|7[Ff])"
            + "|/(?:\\.|%2[Ee]){1,2}(?:/|$)");

    private CanonicalPath() {}

    /** @param path as it was sent, without the query */
    static boolean is(String path) {
        return path.startsWith("/") && !NOT_CANONICAL.matcher(path).find() && isUtf8(path);
    }

    private static boolean isUtf8(String path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '%') {
                bytes.write(Integer.parseInt(path, i + 1, i + 3, 16));
                i += 2;
            } else if (path.charAt(i) < 0x7f) {
                bytes.write(path.charAt(i));
            } else {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}

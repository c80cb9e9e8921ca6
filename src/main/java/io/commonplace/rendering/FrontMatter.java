package io.commonplace.rendering;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page's text without the block of metadata at its top: YAML between {@code ---} lines, or TOML between {@code +++}
 * lines. Only a top-level title on one line is read from it.
 */
record FrontMatter(@Nullable String title, String body) {
    private static final Pattern TITLE = Pattern.compile("title\\s*[:=](.*)");
    /** The first line of metadata. A page that begins with a thematic break has another one. */
    private static final Pattern KEY = Pattern.compile("[\\w.\"-]+\\s*[:=].*|\\[.*");

    private static final Pattern UNICODE = Pattern.compile("\\\\u[0-9a-fA-F]{4}");

    static FrontMatter of(String source) {
        String text = source.startsWith("\uFEFF") ? source.substring(1) : source;
        int end = endOfLine(text, 0);
        String fence = text.substring(0, end).strip();
        if (fence.equals("---") || fence.equals("+++")) {
            FrontMatter found = read(text, next(text, end), fence);
            if (found != null) {
                return found;
            }
        }
        return new FrontMatter(null, text);
    }

    /** Null if there is no closing fence, or if the text before it is no metadata. */
    private static @Nullable FrontMatter read(String text, int start, String fence) {
        String title = null;
        boolean isMetadata = false;
        for (int at = start; at < text.length(); ) {
            int end = endOfLine(text, at);
            String line = text.substring(at, end).stripTrailing();
            if (line.equals(fence) || (fence.equals("---") && line.equals("..."))) {
                return new FrontMatter(title, text.substring(next(text, end)));
            }
            if (!isMetadata && !line.isEmpty() && !line.startsWith("#")) {
                if (!KEY.matcher(line).matches()) {
                    return null;
                }
                isMetadata = true;
            }
            Matcher found = TITLE.matcher(line);
            if (title == null && found.matches()) {
                title = value(found.group(1).strip());
            }
            at = next(text, end);
        }
        return null;
    }

    private static int endOfLine(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int next(String text, int endOfLine) {
        return Math.min(text.length(), endOfLine + (text.startsWith("\r\n", endOfLine) ? 2 : 1));
    }

    private static @Nullable String value(String written) {
        String value = switch (written.isEmpty() ? ' ' : written.charAt(0)) {
            case '"' -> doubleQuoted(written);
            case '\'' -> singleQuoted(written);
            default -> plain(written);
        };
        return value.isBlank() ? null : value.strip();
    }

    private static String plain(String written) {
        int comment = written.indexOf(" #");
        return comment < 0 ? written : written.substring(0, comment);
    }

    private static String doubleQuoted(String written) {
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < written.length() && written.charAt(i) != '"'; i++) {
            char c = written.charAt(i);
            if (c == '\\'
                    && UNICODE.matcher(written).region(i, written.length()).lookingAt()) {
                value.append((char) Integer.parseInt(written, i + 2, i + 6, 16));
                i += 5;
            } else if (c == '\\' && i + 1 < written.length()) {
                char escaped = written.charAt(++i);
                value.append(escaped == 't' || escaped == 'n' ? ' ' : escaped);
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    private static String singleQuoted(String written) {
        int end = 1;
        while (end < written.length() && (written.charAt(end) != '\'' || written.startsWith("''", end))) {
            end += written.charAt(end) == '\'' ? 2 : 1;
        }
        return written.substring(1, Math.min(end, written.length())).replace("''", "'");
    }
}

package io.commonplace.rendering;

import io.commonplace.rendering.FrontMatter.Metadata;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads metadata line by line: TOML, and what was meant as YAML, for example a title with a colon in it. A title is on one
 * line, and so is a list of aliases.
 */
final class LineMetadata {
    private static final Pattern TITLE = Pattern.compile("title\\s*[:=](.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALIASES =
            Pattern.compile("(?:aliases|redirect_from)\\s*[:=](.*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})|\\\\U([0-9a-fA-F]{8})");

    private LineMetadata() {}

    static Metadata of(String block) {
        @Nullable
        String title = values(block, TITLE).findFirst().map(LineMetadata::value).orElse(null);
        List<String> aliases = values(block, ALIASES)
                .flatMap(
                        list -> Arrays.stream(list.replaceAll("[\\[\\]\"']", "").split(",")))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty() && !alias.equals("null"))
                .toList();
        return new Metadata(Metadata.titleOf(title), aliases);
    }

    private static Stream<String> values(String block, Pattern key) {
        return block.lines()
                .map(key::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1).strip());
    }

    private static String value(String written) {
        return switch (written.isEmpty() ? ' ' : written.charAt(0)) {
            case '"' -> doubleQuoted(written);
            case '\'' -> singleQuoted(written);
            default -> plain(written);
        };
    }

    private static String plain(String written) {
        int comment = written.indexOf(" #");
        return comment < 0 ? written : written.substring(0, comment);
    }

    private static String doubleQuoted(String written) {
        StringBuilder value = new StringBuilder();
        Matcher unicode = UNICODE.matcher(written);
        for (int i = 1; i < written.length() && written.charAt(i) != '"'; i++) {
            char c = written.charAt(i);
            if (c == '\\' && unicode.region(i, written.length()).lookingAt()) {
                String hex = unicode.group(1) == null ? unicode.group(2) : unicode.group(1);
                int codePoint = Integer.parseUnsignedInt(hex, 16);
                value.append(Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "\uFFFD");
                i = unicode.end() - 1;
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

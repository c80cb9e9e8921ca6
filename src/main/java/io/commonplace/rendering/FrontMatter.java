package io.commonplace.rendering;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page's text without the block of metadata at its top: YAML between {@code ---} lines, or TOML between {@code +++}
 * lines. All of it stays in the page's source; readers see none of it.
 *
 * @param aliases former addresses, from {@code aliases} and {@code redirect_from}; at most {@link #MAX_ALIASES}
 * @param body the text below the block
 */
public record FrontMatter(@Nullable String title, List<String> aliases, String body) {
    static final int MAX_ALIASES = 50;

    /** The first line of metadata. A page that begins with a thematic break has another one. */
    private static final Pattern KEY = Pattern.compile("(?:[\\p{L}\\p{M}\\p{N}_$.\"' -]++\\s*+[:=].*|\\[.*)");

    private static final String YAML = "---";
    private static final String TOML = "+++";

    public FrontMatter {
        aliases = List.copyOf(aliases);
    }

    public static FrontMatter of(String source) {
        String text = source.startsWith("\uFEFF") ? source.substring(1) : source;
        int end = endOfLine(text, 0);
        String fence = text.substring(0, end).strip();
        if (fence.equals(YAML) || fence.equals(TOML)) {
            int start = next(text, end);
            int close = close(text, start, fence);
            if (close >= 0) {
                FrontMatter found =
                        read(fence, text.substring(start, close), text.substring(next(text, endOfLine(text, close))));
                if (found != null) {
                    return found;
                }
            }
        }
        return new FrontMatter(null, List.of(), text);
    }

    /** Null if the text between the fences is not metadata. */
    private static @Nullable FrontMatter read(String fence, String block, String body) {
        Metadata metadata = fence.equals(YAML) ? YamlMetadata.of(block) : null;
        if (metadata == null && looksLikeMetadata(block)) {
            metadata = LineMetadata.of(block);
        }
        return metadata == null
                ? null
                : new FrontMatter(
                        metadata.title(),
                        metadata.aliases().stream().limit(MAX_ALIASES).toList(),
                        body);
    }

    private static boolean looksLikeMetadata(String block) {
        return block.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .map(line -> KEY.matcher(line).matches())
                .orElse(true);
    }

    /** The start of the closing fence; negative if there is none. */
    private static int close(String text, int start, String fence) {
        for (int at = start; at < text.length(); ) {
            int end = endOfLine(text, at);
            String line = text.substring(at, end).stripTrailing();
            if (line.equals(fence) || (fence.equals(YAML) && line.equals("..."))) {
                return at;
            }
            at = next(text, end);
        }
        return -1;
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

    /** What the site uses of the metadata. */
    record Metadata(@Nullable String title, List<String> aliases) {
        static @Nullable String titleOf(@Nullable String written) {
            String title =
                    written == null ? "" : written.replaceAll("\\s++", " ").strip();
            return title.isEmpty() ? null : title;
        }
    }
}

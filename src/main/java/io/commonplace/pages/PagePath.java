package io.commonplace.pages;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The syntax of page paths. A page's path consists of the folder names and the file name without its extension, in lower
 * case, with a hyphen for everything except letters, digits, dots and underscores. {@code index.md} and {@code README.md}
 * are the page of their folder; the root's page has the empty path.
 */
public final class PagePath {
    /** In characters; the width of the column. */
    public static final int MAX_LENGTH = 700;

    private static final Pattern EXTENSION = Pattern.compile("(?i)(\\.html?)?\\.(md|markdown)$|\\.html?$");
    private static final Pattern MARKDOWN = Pattern.compile("(?i)\\.(md|markdown)$");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._]+");
    private static final Pattern NAMED = Pattern.compile("[\\p{L}\\p{N}_]");
    private static final Pattern EDGES = Pattern.compile("^[-.]+|-+$");
    private static final Set<String> FOLDER_PAGES = Set.of("index", "readme", "_index");

    private PagePath() {}

    /**
     * The usual page path for a file's path or a link, with or without an extension or a trailing slash. {@link
     * PathCandidates} has the others.
     */
    public static String ofFile(String file) {
        String path = joined(withoutExtension(file));
        return FOLDER_PAGES.contains(name(path)) ? parent(path) : path;
    }

    /** The page path for a file's path, with all that stands in its name. */
    static String joined(String file) {
        return Arrays.stream(file.split("/"))
                .map(PagePath::address)
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.joining("/"));
    }

    /** Without {@code .md}, {@code .html} or {@code .html.md}. */
    static String withoutExtension(String file) {
        return EXTENSION.matcher(file).replaceFirst("");
    }

    static String withoutMarkdown(String file) {
        return MARKDOWN.matcher(file).replaceFirst("");
    }

    /** Whether the file becomes the page of its folder, if no other file does. */
    public static boolean isFolderPage(String file) {
        return FOLDER_PAGES.contains(name(joined(withoutExtension(file))));
    }

    /** Whether the extension is one of Markdown. */
    public static boolean isMarkdown(String file) {
        return MARKDOWN.matcher(file).find();
    }

    /** One name as a path segment; empty if no character can be used. */
    public static String segment(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return EDGES.matcher(OTHER.matcher(composed).replaceAll("-")).replaceAll("");
    }

    /** One name as a path segment, in words if it has neither letters nor digits; empty if nothing remains. */
    static String address(String name) {
        String segment = segment(name);
        return NAMED.matcher(segment).find() ? segment : SpelledName.of(name);
    }

    /** The parent's path; empty for a top-level page. */
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The last segment. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** @return {@code relative} resolved against the folder, without dots; empty if it leads out of the root */
    public static Optional<String> resolve(String folder, String relative) {
        Deque<String> segments = new ArrayDeque<>();
        String whole = relative.startsWith("/") ? relative : folder + "/" + relative;
        for (String segment : whole.split("/")) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }

    /** Percent-encodes each segment for an address. */
    public static String encode(String path) {
        return Arrays.stream(path.split("/"))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    /** Decodes percent-encoding; malformed text stays as it is. */
    public static String decode(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}

package io.commonplace.pages;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The paths that the page of one Markdown file may have. Usually it has the first one. If another file has it, as {@code
 * C.md} beside {@code C++.md}, it has a later one. They depend on the file's name alone, so a link to the file leads to its
 * page whatever else there is.
 */
public final class PathCandidates {
    private static final int SHORT = 4;
    /** Names without signs to spell out. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}\\s._/-]*");

    private PathCandidates() {}

    /** The paths for a file's path or a link, best first; at least one, none twice. */
    public static List<String> of(String file) {
        String name = PagePath.withoutExtension(file);
        String usual = PagePath.ofFile(file);
        String spelled = spelled(file);
        Set<String> paths = new LinkedHashSet<>(List.of(usual, spelled));
        if (PagePath.isFolderPage(file)) {
            paths.add(below(spelled, PagePath.address(PagePath.name(name))));
        }
        // The name of a page may really end like a file's: robots.html.
        paths.add(PagePath.joined(PagePath.withoutMarkdown(file)));
        String base = usual.isEmpty() ? PagePath.joined(name) : usual;
        paths.add(base + "-" + checksum(name).substring(0, SHORT));
        paths.add(base + "-" + checksum(file));
        return List.copyOf(paths);
    }

    /** The path with all signs spelled out. */
    public static String spelled(String file) {
        if (PLAIN.matcher(file).matches()) {
            return PagePath.ofFile(file);
        }
        String path = Arrays.stream(PagePath.withoutExtension(file).split("/"))
                .map(SpelledName::of)
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.joining("/"));
        return PagePath.isFolderPage(file) ? PagePath.parent(path) : path;
    }

    private static String below(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private static String checksum(String name) {
        CRC32 sum = new CRC32();
        sum.update(Normalizer.normalize(name, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", sum.getValue());
    }
}

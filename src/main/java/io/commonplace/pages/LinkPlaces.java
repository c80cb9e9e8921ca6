package io.commonplace.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that the links of one page can mean. */
final class LinkPlaces {
    private final String sourcePath;
    private final String folder;
    private final String page;
    private final String top;

    LinkPlaces(String sourcePath) {
        this.sourcePath = sourcePath;
        this.folder = PagePath.parent(sourcePath);
        this.page = sourcePath.replaceFirst("\\.[^./]*$", "");
        this.top = folder.contains("/") ? folder.substring(0, folder.indexOf('/')) : folder;
    }

    /**
     * The possible targets of a link, in order: as in a file system; then relative to the archive's top folder; then as on
     * a web site, where a page's address ends in a slash and links start below it. A link to a Markdown file is not tried
     * as a web site's: it could lead to another page than the one that is missing.
     */
    List<String> ofLink(String path) {
        Optional<String> asFile = PagePath.resolve(folder, path);
        Optional<String> fromTopFolder =
                path.startsWith("/") && !top.isEmpty() ? PagePath.resolve("", top + path) : Optional.empty();
        boolean isSiteLink = !path.startsWith("/") && !PagePath.isMarkdown(path);
        Optional<String> asFolder = isSiteLink ? PagePath.resolve(page, path) : Optional.empty();
        return possible(Stream.of(asFile, fromTopFolder, asFolder));
    }

    /** The possible targets of a wiki link: beside the page, then from the root. */
    List<String> ofWiki(String path) {
        return possible(Stream.of(PagePath.resolve(folder, path), PagePath.resolve("", path)));
    }

    private static List<String> possible(Stream<Optional<String>> paths) {
        return paths.flatMap(Optional::stream)
                .filter(path -> path.length() <= PagePath.MAX_LENGTH)
                .distinct()
                .toList();
    }

    /** Of several targets: with that very name, then in the same folder or one nearby, then nearer to the top. */
    Comparator<LinkTarget> nearestFirst(String name) {
        return Comparator.comparing((LinkTarget target) -> !target.isNamed(name))
                .thenComparingInt(target -> -target.sharedFolders(sourcePath))
                .thenComparingInt(target -> target.sourcePath().length())
                .thenComparing(LinkTarget::sourcePath);
    }
}

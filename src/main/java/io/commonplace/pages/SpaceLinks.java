package io.commonplace.pages;

import io.commonplace.rendering.Budget;
import io.commonplace.rendering.LinkResolver;
import io.commonplace.rendering.ParsedPage;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Resolves the links of one page: {@code ../a/b.md#part}, the same without an extension, from the space's root with a
 * leading slash, and {@code [[a/b]]}. All targets are looked up in batches before the first one is used.
 */
public final class SpaceLinks implements LinkResolver {
    private static final int BATCH = 1000;

    private final String folder;
    private final String page;
    private final String top;
    private final Map<String, String> pages;
    private final Map<String, String> files;

    /** @param sourcePath the file that relative links are resolved against */
    public SpaceLinks(String sourcePath, ParsedPage parsed, LinkTargets targets) {
        this.folder = PagePath.parent(sourcePath);
        this.page = sourcePath.replaceFirst("\\.[^./]*$", "");
        this.top = folder.contains("/") ? folder.substring(0, folder.indexOf('/')) : folder;
        Set<String> pagePaths = new HashSet<>();
        Set<String> filePaths = new HashSet<>();
        for (String destination : parsed.destinations()) {
            Budget.check();
            for (String path : candidates(Destination.of(destination).path())) {
                pagePaths.add(PagePath.ofFile(path));
                filePaths.add(path);
            }
        }
        parsed.wikiTargets()
                .forEach(target ->
                        pagePaths.add(PagePath.ofFile(Destination.of(target).path())));
        this.pages = findAll(pagePaths, targets::pages);
        this.files = findAll(filePaths, targets::files);
    }

    private static Map<String, String> findAll(
            Set<String> paths, Function<Collection<String>, Map<String, String>> query) {
        List<String> possible = paths.stream()
                .filter(path -> path.length() <= PagePath.MAX_LENGTH)
                .toList();
        Map<String, String> findAll = new HashMap<>();
        for (int at = 0; at < possible.size(); at += BATCH) {
            List<String> batch = possible.subList(at, Math.min(possible.size(), at + BATCH));
            findAll.putAll(Budget.waiting(() -> query.apply(batch)));
        }
        return findAll;
    }

    @Override
    public Optional<String> page(String written) {
        Destination destination = Destination.of(written);
        if (destination.isSiteAddress()) {
            return Optional.of(written);
        }
        return candidates(destination.path()).stream()
                .flatMap(path -> Stream.of(files.get(path), pages.get(PagePath.ofFile(path))))
                .filter(Objects::nonNull)
                .findFirst()
                .map(href -> href + destination.rest());
    }

    @Override
    public Optional<String> wiki(String written) {
        Destination target = Destination.of(written);
        return Optional.ofNullable(pages.get(PagePath.ofFile(target.path()))).map(href -> href + target.rest());
    }

    /**
     * The possible targets of a link, in order: as in a file system; then relative to the archive's top folder; then as on
     * a web site, where a page's address ends in a slash and links start below it. A link to a Markdown file is not tried
     * as a web site's: it could lead to another page than the one that is missing.
     */
    private List<String> candidates(String path) {
        Optional<String> asFile = PagePath.resolve(folder, path);
        Optional<String> fromTopFolder =
                path.startsWith("/") && !top.isEmpty() ? PagePath.resolve("", top + path) : Optional.empty();
        boolean isSiteLink = !path.startsWith("/") && !PagePath.isMarkdown(path);
        Optional<String> asFolder = isSiteLink ? PagePath.resolve(page, path) : Optional.empty();
        return Stream.of(asFile, fromTopFolder, asFolder)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The parts of a link. @param path decoded @param rest query and fragment, as written */
    private record Destination(String path, String rest) {
        static Destination of(String written) {
            int end = 0;
            while (end < written.length() && written.charAt(end) != '#' && written.charAt(end) != '?') {
                end++;
            }
            return new Destination(PagePath.decode(written.substring(0, end)), written.substring(end));
        }

        /** Whether this is an address of this site, copied from a browser. */
        boolean isSiteAddress() {
            return path.startsWith("/s/") || path.startsWith("/files/");
        }
    }
}

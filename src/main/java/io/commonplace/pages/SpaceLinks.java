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
 * Resolves the links of one page: {@code ../a/b.md#part}, the same without extension, from the space's root with a slash
 * at the start, and {@code [[a/b]]}. All targets are looked up before the first one is needed, many at a time.
 */
public final class SpaceLinks implements LinkResolver {
    private static final int BATCH = 1000;

    private final String folder;
    private final String page;
    private final String top;
    private final Map<String, String> pages;
    private final Map<String, String> files;

    /** @param sourcePath the file that relative links are relative to */
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
        this.pages = found(pagePaths, targets::pages);
        this.files = found(filePaths, targets::files);
    }

    private static Map<String, String> found(Set<String> paths, Function<Collection<String>, Map<String, String>> ask) {
        List<String> possible = paths.stream()
                .filter(path -> path.length() <= PagePath.MAX_LENGTH)
                .toList();
        Map<String, String> found = new HashMap<>();
        for (int at = 0; at < possible.size(); at += BATCH) {
            List<String> batch = possible.subList(at, Math.min(possible.size(), at + BATCH));
            found.putAll(Budget.waiting(() -> ask.apply(batch)));
        }
        return found;
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
     * As a file system has it; else as a web site has it, where a page's address ends in a slash and links start below
     * it, or where the root is the top folder of the archive. A link that names a Markdown file is none of a web site's:
     * read from below the page, it would lead to another page than the one that is missing.
     */
    private List<String> candidates(String path) {
        Optional<String> plain = PagePath.resolve(folder, path);
        Optional<String> below =
                path.startsWith("/") && !top.isEmpty() ? PagePath.resolve("", top + path) : Optional.empty();
        boolean isSiteLink = !path.startsWith("/") && !PagePath.isMarkdown(path);
        Optional<String> asFolder = isSiteLink ? PagePath.resolve(page, path) : Optional.empty();
        return Stream.of(plain, below, asFolder).flatMap(Optional::stream).toList();
    }

    /** A destination as written, in its parts. @param path decoded @param rest query and fragment, as written */
    private record Destination(String path, String rest) {
        static Destination of(String written) {
            int end = 0;
            while (end < written.length() && written.charAt(end) != '#' && written.charAt(end) != '?') {
                end++;
            }
            return new Destination(PagePath.decode(written.substring(0, end)), written.substring(end));
        }

        /** An address of this site as the browser shows it, copied into the text. */
        boolean isSiteAddress() {
            return path.startsWith("/s/") || path.startsWith("/files/");
        }
    }
}

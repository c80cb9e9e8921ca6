package io.commonplace.pages;

import io.commonplace.rendering.Budget;
import io.commonplace.rendering.LinkResolver;
import io.commonplace.rendering.ParsedPage;
import io.commonplace.rendering.RenderedLink;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Resolves the links of one page: {@code ../a/b.md#part}, the same without an extension, from the space's root with a
 * leading slash, and {@code [[a/b]]} or {@code [[Title]]}. All targets are looked up in batches before the first one is
 * used.
 */
public final class SpaceLinks implements LinkResolver {
    private static final int BATCH = 1000;

    private final LinkPlaces places;
    private final Map<String, LinkTarget> pages;
    private final Map<String, LinkTarget> files;
    private final Map<String, LinkTarget> addresses;
    private final Map<String, List<LinkTarget>> pagesByName;
    private final Map<String, List<LinkTarget>> filesByName;

    /** @param sourcePath the file that relative links are resolved against */
    public SpaceLinks(String sourcePath, ParsedPage parsed, LinkTargets targets) {
        this(sourcePath, parsed.destinations(), parsed.wikiTargets(), targets);
    }

    /** For links whose forms are known from an earlier rendering. */
    public SpaceLinks(String sourcePath, Collection<RenderedLink> links, LinkTargets targets) {
        this(sourcePath, written(links, RenderedLink.Kind.INSIDE), written(links, RenderedLink.Kind.WIKI), targets);
    }

    private SpaceLinks(String sourcePath, Set<String> destinations, Set<String> wikiTargets, LinkTargets targets) {
        this.places = new LinkPlaces(sourcePath);
        Set<String> possible = new HashSet<>();
        Set<String> siteAddresses = new HashSet<>();
        for (String written : destinations) {
            WrittenLink link = WrittenLink.of(written);
            if (link.isSiteAddress()) {
                siteAddresses.add(link.path());
            } else {
                possible.addAll(places.ofLink(link.path()));
            }
        }
        wikiTargets.forEach(
                written -> possible.addAll(places.ofWiki(WrittenLink.of(written).path())));
        this.pages = findAll(pagePaths(possible), targets::pages);
        this.files = findAll(possible, targets::files);
        this.addresses = findAll(siteAddresses, targets::addresses);
        Set<String> names = new HashSet<>();
        wikiTargets.stream()
                .map(WrittenLink::of)
                .filter(link -> link.isName() || at(places.ofWiki(link.path())).isEmpty())
                .forEach(link -> names.addAll(link.names()));
        this.pagesByName = findAll(names, targets::pagesNamed);
        this.filesByName = findAll(names, targets::filesNamed);
    }

    private static Set<String> written(Collection<RenderedLink> links, RenderedLink.Kind kind) {
        return links.stream()
                .filter(link -> link.kind() == kind)
                .map(RenderedLink::written)
                .collect(Collectors.toSet());
    }

    private static Set<String> pagePaths(Set<String> files) {
        Set<String> paths = new HashSet<>();
        for (String file : files) {
            Budget.check();
            paths.addAll(PathCandidates.of(file));
        }
        return paths;
    }

    private static <T> Map<String, T> findAll(Set<String> keys, Function<Collection<String>, Map<String, T>> query) {
        List<String> possible =
                keys.stream().filter(key -> key.length() <= PagePath.MAX_LENGTH).toList();
        Map<String, T> found = new HashMap<>();
        for (int at = 0; at < possible.size(); at += BATCH) {
            List<String> batch = possible.subList(at, Math.min(possible.size(), at + BATCH));
            found.putAll(Budget.waiting(() -> query.apply(batch)));
        }
        return found;
    }

    @Override
    public Optional<String> page(String written) {
        WrittenLink link = WrittenLink.of(written);
        if (link.isSiteAddress()) {
            return Optional.of(written);
        }
        return at(places.ofLink(link.path())).map(target -> target.href() + link.rest());
    }

    /** A search is no picture: each view of the page would search. */
    @Override
    public Optional<String> image(String written) {
        return RelativePath.isSearch(written) ? Optional.empty() : page(written);
    }

    /** The page or file that a link leads to. */
    Optional<LinkTarget> target(RenderedLink link) {
        WrittenLink written = WrittenLink.of(link.written());
        return switch (link.kind()) {
            case INSIDE ->
                written.isSiteAddress()
                        ? Optional.ofNullable(addresses.get(written.path()))
                        : at(places.ofLink(written.path()));
            case WIKI -> wikiTarget(written);
            case SECTION, OUTSIDE, UNSUPPORTED -> Optional.empty();
        };
    }

    @Override
    public Optional<String> wiki(String written) {
        WrittenLink link = WrittenLink.of(written);
        return wikiTarget(link).map(found -> found.href() + link.rest());
    }

    private Optional<LinkTarget> wikiTarget(WrittenLink link) {
        return link.isName()
                ? named(link).or(() -> at(places.ofWiki(link.path())))
                : at(places.ofWiki(link.path())).or(() -> named(link));
    }

    private Optional<LinkTarget> at(List<String> possible) {
        return possible.stream()
                .map(file -> files.containsKey(file) ? Optional.ofNullable(files.get(file)) : pageOf(file))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The page that was made from this file; else one that somebody may mean by its name. */
    private Optional<LinkTarget> pageOf(String file) {
        List<LinkTarget> found = PathCandidates.of(file).stream()
                .map(pages::get)
                .filter(Objects::nonNull)
                .toList();
        return found.stream()
                .filter(page -> page.isExactly(file))
                .findFirst()
                .or(() -> Optional.ofNullable(pages.get(PagePath.ofFile(file))).filter(LinkTarget::isFolder))
                .or(() -> found.stream().filter(page -> page.isFrom(file)).findFirst())
                .or(() -> found.stream().filter(page -> page.mayBe(file)).findFirst());
    }

    /** The nearest page or file with this name. */
    private Optional<LinkTarget> named(WrittenLink link) {
        return link.names().stream()
                .flatMap(name -> Stream.concat(
                        filesByName.getOrDefault(name, List.of()).stream(),
                        pagesByName.getOrDefault(name, List.of()).stream()))
                .filter(target -> target.endsWith(link.path()) && target.mayBe(link.path()))
                .min(places.nearestFirst(link.path()));
    }
}

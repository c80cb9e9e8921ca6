package io.commonplace.pages;

import io.commonplace.rendering.RenderedLink;
import io.commonplace.rendering.WrittenDestination;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes links of a page's source lead to pages where they are now, instead of to their former addresses. A link keeps its
 * form: from the top or relative, with its extension, query and fragment. One that can't keep its target stays as it is.
 */
public final class FormerLinks {
    private static final Pattern EXTENSION = Pattern.compile("(?i)\\.(?:md|markdown|html?)$");

    /** A wiki link has no way to escape them. */
    private static final Pattern SIGNS = Pattern.compile("[\\[\\]|#?\n]");

    private final String sourcePath;
    private final LinkTargets targets;
    private final Map<String, MovedPage> moved = new HashMap<>();
    private final Map<String, MovedPage> byName = new HashMap<>();
    private final Map<String, MovedPage> byTitle = new HashMap<>();

    /**
     * @param sourcePath the file that relative links of the source are resolved against
     * @param moved the pages to which links are rewritten
     */
    public FormerLinks(String sourcePath, LinkTargets targets, Collection<MovedPage> moved) {
        this.sourcePath = sourcePath;
        this.targets = targets;
        for (MovedPage page : moved) {
            if (page.formerTitle().isEmpty()) {
                this.moved.put(page.former(), page);
                byName.put(PagePath.name(page.former()), page);
            } else {
                byTitle.put(LinkTarget.key(page.formerTitle()), page);
            }
        }
    }

    /**
     * The source with links to current addresses.
     *
     * @param destinations where it names destinations inside this site
     * @param wikiTargets where it names targets of wiki links
     */
    public String rewrite(
            String markdown, List<WrittenDestination> destinations, List<WrittenDestination> wikiTargets) {
        List<Edit> edits = new ArrayList<>(edits(RenderedLink.Kind.INSIDE, destinations));
        edits.addAll(edits(RenderedLink.Kind.WIKI, wikiTargets));
        edits.sort(Comparator.comparingInt(edit -> edit.place.start()));
        StringBuilder out = new StringBuilder(markdown.length());
        int end = 0;
        for (Edit edit : edits) {
            if (edit.place.start() >= end) {
                out.append(markdown, end, edit.place.start()).append(edit.written);
                end = edit.place.end();
            }
        }
        return out.append(markdown.substring(end)).toString();
    }

    private List<Edit> edits(RenderedLink.Kind kind, List<WrittenDestination> found) {
        List<RenderedLink> links =
                found.stream().map(place -> link(kind, place.destination())).toList();
        SpaceLinks resolver = new SpaceLinks(sourcePath, links, targets);
        List<Edit> edits = new ArrayList<>();
        for (WrittenDestination place : found) {
            page(kind, place.destination(), resolver)
                    .flatMap(now -> current(kind, place.destination(), now))
                    .ifPresent(written -> edits.add(new Edit(place, written)));
        }
        return edits;
    }

    /** The moved page to which the link leads through a former address, or led by the name that it had there. */
    private Optional<MovedPage> page(RenderedLink.Kind kind, String destination, SpaceLinks resolver) {
        Optional<LinkTarget> target = resolver.target(link(kind, destination));
        if (target.isPresent()) {
            return target.filter(LinkTarget::isFormer)
                    .map(former -> moved.get(former.path()))
                    .filter(page -> page.id() == target.get().id());
        }
        return kind == RenderedLink.Kind.WIKI ? named(WrittenLink.of(destination)) : Optional.empty();
    }

    private Optional<MovedPage> named(WrittenLink written) {
        Stream<MovedPage> titled = written.names().stream()
                .map(name -> byTitle.get(LinkTarget.key(name)))
                .filter(Objects::nonNull);
        Stream<String> ends = written.isName()
                ? written.names().stream().flatMap(name -> TargetNames.ends(name).stream())
                : Stream.of();
        return Stream.concat(titled, ends.map(byName::get).filter(Objects::nonNull))
                .findFirst();
    }

    /** The first form that leads to the page itself. */
    private Optional<String> current(RenderedLink.Kind kind, String destination, MovedPage now) {
        List<String> forms = kind == RenderedLink.Kind.WIKI ? wiki(destination, now) : inside(destination, now);
        return forms.stream()
                .filter(form -> {
                    RenderedLink link = link(kind, form);
                    return new SpaceLinks(sourcePath, List.of(link), targets)
                            .target(link)
                            .filter(target -> target.id() == now.id() && !target.isFormer())
                            .isPresent();
                })
                .findFirst();
    }

    private List<String> inside(String destination, MovedPage now) {
        String path = RelativePath.of(destination);
        String rest = RelativePath.encodedRest(destination.substring(path.length()));
        if (WrittenLink.of(destination).isSiteAddress()) {
            return List.of("/s/" + now.slug() + "/" + RelativePath.encoded(now.path()) + rest);
        }
        Matcher extension = EXTENSION.matcher(path);
        String end = extension.find() ? extension.group() : path.endsWith("/") ? "/" : "";
        String fromTop = "/" + RelativePath.encoded(now.path());
        String relative = RelativePath.between(sourcePath, now.path());
        return (path.startsWith("/") ? Stream.of(fromTop) : Stream.of(relative, fromTop))
                .flatMap(form -> Stream.of(form + end + rest, form + ".md" + rest))
                .toList();
    }

    private static List<String> wiki(String target, MovedPage now) {
        String path = RelativePath.of(target);
        String rest = target.substring(path.length());
        Stream<String> forms = path.contains("/") && now.formerTitle().isEmpty()
                ? Stream.of(path.startsWith("/") ? "/" + now.path() : now.path())
                : Stream.of(now.title(), PagePath.name(now.path()), now.path());
        return forms.filter(form -> !form.isEmpty() && !SIGNS.matcher(form).find())
                .map(form -> form + rest)
                .toList();
    }

    private static RenderedLink link(RenderedLink.Kind kind, String written) {
        return new RenderedLink(kind, written, "");
    }

    private record Edit(WrittenDestination place, String written) {}
}

package io.commonplace.pages;

import io.commonplace.rendering.RenderedLink;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Numbers under which links and their possible targets find each other. A link and a target that it may lead to have one in
 * common. The reverse need not hold: two names may share a number, so a common one is a reason to look, not an answer.
 */
public final class LinkKeys {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private LinkKeys() {}

    /** Of a link on a page that was made from this file. */
    public static Set<Long> ofLink(String sourcePath, RenderedLink link) {
        LinkPlaces places = new LinkPlaces(sourcePath);
        WrittenLink written = WrittenLink.of(link.written());
        Set<Long> keys = new HashSet<>();
        switch (link.kind()) {
            case INSIDE -> {
                if (!written.isSiteAddress()) {
                    places.ofLink(written.path()).forEach(path -> paths(path, keys::add));
                }
            }
            case WIKI -> {
                places.ofWiki(written.path()).forEach(path -> paths(path, keys::add));
                written.names().forEach(name -> names(name, keys::add));
            }
            case SECTION, OUTSIDE, UNSUPPORTED -> {}
        }
        return keys;
    }

    /** Of a link by its address on the site. These keys belong to no space. */
    public static Set<Long> ofAddress(RenderedLink link) {
        return link.kind() == RenderedLink.Kind.INSIDE
                ? SiteAddress.of(WrittenLink.of(link.written()).path())
                        .filter(SiteAddress::isPage)
                        .map(address -> Set.of(address(address.slug(), address.path())))
                        .orElse(Set.of())
                : Set.of();
    }

    /** The key that links by address to a page of this space have. */
    public static long address(String slug, String path) {
        return hash('@', SiteAddress.text(slug, path));
    }

    /** @param paths the page's own path and its former ones */
    public static Set<Long> ofPage(Set<String> paths, String sourcePath, String title) {
        Set<Long> keys = new HashSet<>();
        for (String path : paths) {
            keys.add(hash('/', path));
            paths(path, keys::add);
        }
        paths(sourcePath, keys::add);
        paths.forEach(path -> names(PagePath.name(path), keys::add));
        names(title, keys::add);
        return keys;
    }

    public static Set<Long> ofFile(String path) {
        Set<Long> keys = new HashSet<>();
        paths(path, keys::add);
        names(PagePath.name(path), keys::add);
        return keys;
    }

    /** Of a page whose path ends in this name. */
    public static Set<Long> ofName(String name) {
        Set<Long> keys = new HashSet<>();
        names(name, keys::add);
        return keys;
    }

    /** @param id as after the hash in an address */
    public static long ofSection(String id) {
        return hash('#', id);
    }

    /** The usual path and the one with all signs spelled out; other {@link PathCandidates} begin with the usual one. */
    private static void paths(String file, Consumer<Long> keys) {
        keys.accept(hash('/', PagePath.ofFile(file)));
        keys.accept(hash('/', PathCandidates.spelled(file)));
    }

    private static void names(String name, Consumer<Long> keys) {
        TargetNames.ends(name).forEach(end -> keys.accept(hash('?', end)));
    }

    /** FNV-1a with 64 bits. */
    private static long hash(char kind, String name) {
        return Arrays.stream((kind + name).chars().toArray())
                .asLongStream()
                .reduce(FNV_OFFSET, (hash, c) -> (hash ^ c) * FNV_PRIME);
    }
}

package io.commonplace.links;

import io.commonplace.pages.LinkTarget;
import io.commonplace.pages.LinkTargets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Looks up each target once for many pages: a thousand pages that link to one page ask for the same names. */
final class KnownTargets implements LinkTargets {
    private final Known<LinkTarget> pages;
    private final Known<LinkTarget> files;
    private final Known<LinkTarget> addresses;
    private final Known<List<LinkTarget>> pagesByName;
    private final Known<List<LinkTarget>> filesByName;

    KnownTargets(LinkTargets source) {
        pages = new Known<>(source::pages);
        files = new Known<>(source::files);
        addresses = new Known<>(source::addresses);
        pagesByName = new Known<>(source::pagesNamed);
        filesByName = new Known<>(source::filesNamed);
    }

    @Override
    public Map<String, LinkTarget> pages(Collection<String> paths) {
        return pages.find(paths);
    }

    @Override
    public Map<String, LinkTarget> files(Collection<String> paths) {
        return files.find(paths);
    }

    @Override
    public Map<String, List<LinkTarget>> pagesNamed(Collection<String> names) {
        return pagesByName.find(names);
    }

    @Override
    public Map<String, List<LinkTarget>> filesNamed(Collection<String> names) {
        return filesByName.find(names);
    }

    @Override
    public Map<String, LinkTarget> addresses(Collection<String> asked) {
        return addresses.find(asked);
    }

    private static final class Known<T> {
        private final Function<Collection<String>, Map<String, T>> source;
        private final Map<String, T> found = new HashMap<>();
        private final Set<String> asked = new HashSet<>();

        Known(Function<Collection<String>, Map<String, T>> source) {
            this.source = source;
        }

        Map<String, T> find(Collection<String> keys) {
            List<String> unknown = keys.stream().filter(asked::add).toList();
            found.putAll(source.apply(unknown));
            Map<String, T> known = new HashMap<>();
            keys.stream().filter(found::containsKey).forEach(key -> known.put(key, found.get(key)));
            return known;
        }
    }
}

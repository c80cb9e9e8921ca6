package io.commonplace.pages;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A space with these pages and files, which counts the queries. */
final class SampleTargets implements LinkTargets {
    private final SpaceHead space = new SpaceHead(1, "x", "X", "", 1);
    private final Map<String, LinkTarget> byPath = new HashMap<>();
    private final List<String> files;
    final List<Collection<String>> queries = new ArrayList<>();

    SampleTargets(List<String> pages, List<String> files) {
        this.files = files;
        pages.forEach(path -> page(path, path + ".md", "Page " + path));
    }

    SampleTargets page(String path, String sourcePath, String title) {
        byPath.put(path, new LinkTarget(byPath.size() + 1, space.href(path), path, sourcePath, title));
        return this;
    }

    /** A page that has moved from one path to another. */
    SampleTargets moved(String from, String to, String sourcePath, String title) {
        page(to, sourcePath, title);
        byPath.put(from, LinkTarget.former(id(to), space.href(from), from));
        return this;
    }

    long id(String path) {
        return Objects.requireNonNull(byPath.get(path)).id();
    }

    @Override
    public Map<String, LinkTarget> pages(Collection<String> paths) {
        queries.add(paths);
        return paths.stream().filter(byPath::containsKey).collect(toMap(Function.identity(), byPath::get));
    }

    @Override
    public Map<String, LinkTarget> files(Collection<String> paths) {
        queries.add(paths);
        return paths.stream()
                .filter(path -> files.stream().anyMatch(path::equalsIgnoreCase))
                .collect(toMap(Function.identity(), path -> file(path)));
    }

    private LinkTarget file(String path) {
        String name = files.stream().filter(path::equalsIgnoreCase).findFirst().orElseThrow();
        return LinkTarget.file(1000 + files.indexOf(name), "/files/" + name, name);
    }

    @Override
    public Map<String, List<LinkTarget>> pagesNamed(Collection<String> names) {
        queries.add(names);
        return new TargetNames(byPath.values().stream()
                        .filter(target -> !target.isFormer())
                        .toList())
                .find(names);
    }

    @Override
    public Map<String, List<LinkTarget>> filesNamed(Collection<String> names) {
        queries.add(names);
        return new TargetNames(files.stream()
                        .map(path -> LinkTarget.file(1000 + files.indexOf(path), "/files/" + path, path))
                        .toList())
                .find(names);
    }
}

package io.commonplace.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds pages by their titles or the ends of their paths, and files by their names. */
public final class TargetNames {
    private final Map<String, List<LinkTarget>> byName = new HashMap<>();
    private final Map<String, List<LinkTarget>> byEnd = new HashMap<>();

    public TargetNames(Collection<LinkTarget> targets) {
        for (LinkTarget target : targets) {
            boolean isFile = target.title().isEmpty();
            add(byName, LinkTarget.key(isFile ? PagePath.name(target.path()) : target.title()), target);
            if (!isFile) {
                add(byEnd, PagePath.name(target.path()), target);
            }
        }
    }

    private static void add(Map<String, List<LinkTarget>> targets, String name, LinkTarget target) {
        targets.computeIfAbsent(name, missing -> new ArrayList<>()).add(target);
    }

    /** The last parts that the path of a page with this name can have. */
    static List<String> ends(String name) {
        return Stream.of(PagePath.address(name), SpelledName.of(name))
                .filter(end -> !end.isEmpty())
                .distinct()
                .toList();
    }

    /** @return the targets of each name that has any */
    public Map<String, List<LinkTarget>> find(Collection<String> names) {
        Map<String, List<LinkTarget>> found = new HashMap<>();
        for (String name : names) {
            Set<LinkTarget> targets = new LinkedHashSet<>(byName.getOrDefault(LinkTarget.key(name), List.of()));
            ends(name).forEach(end -> targets.addAll(byEnd.getOrDefault(end, List.of())));
            if (!targets.isEmpty()) {
                found.put(name, List.copyOf(targets));
            }
        }
        return found;
    }
}

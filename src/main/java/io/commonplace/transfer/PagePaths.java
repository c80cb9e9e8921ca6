package io.commonplace.transfer;

import io.commonplace.pages.PagePath;
import io.commonplace.pages.PathCandidates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives the page of each Markdown file a path of its own, whatever the order of the files. Of several files with one usual
 * path, the one whose name is nearest to it has it: {@code index.md} before {@code README.md} before a page that is named
 * like the folder, and {@code C.md} before {@code C++.md}. The others have the next of their {@link PathCandidates}.
 */
final class PagePaths {
    private static final List<String> FOLDER_PAGES = List.of("index", "_index", "readme");
    /** Leaves room for a number. */
    private static final int MAX_BASE = PagePath.MAX_LENGTH - 10;

    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> assigned = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * @param pages of the space; a file keeps the path of the page that was made from it
     * @param below the path of the page below which all files are, and which none may have; empty for the top of the space
     */
    PagePaths(Collection<KnownPage> pages, String below) {
        if (!below.isEmpty()) {
            taken.add(below);
        }
        pages.forEach(page -> {
            sources.put(page.path(), page.sourcePath());
            known.put(page.sourcePath(), page.path());
        });
    }

    /** @return the path by file */
    Map<String, String> assign(Collection<String> files) {
        return assign(files, Map.of());
    }

    /** @param given the paths that exported pages name, by file; one that no page can have, or that is taken, is ignored */
    Map<String, String> assign(Collection<String> files, Map<String, String> given) {
        given.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            if (isPath(entry.getValue()) && !taken.contains(entry.getValue())) {
                take(entry.getKey(), entry.getValue());
            }
        });
        Map<String, List<String>> byUsual = files.stream().sorted().collect(Collectors.groupingBy(PagePath::ofFile));
        Set<String> folders = byUsual.entrySet().stream()
                .filter(group -> group.getValue().stream().anyMatch(PagePath::isFolderPage))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        files.stream()
                .sorted()
                .filter(file -> !assigned.containsKey(file) && !folders.contains(PagePath.ofFile(file)))
                .forEach(this::keep);
        List<String> others = new ArrayList<>();
        byUsual.forEach((usual, group) -> group.stream()
                .filter(file -> !assigned.containsKey(file))
                .sorted(nearest(usual))
                .forEach(file -> {
                    if (!isFree(usual, file)) {
                        others.add(file);
                    } else {
                        take(file, usual);
                    }
                }));
        others.stream().sorted().forEach(file -> take(file, free(file)));
        return assigned;
    }

    private static boolean isPath(String path) {
        return path.isEmpty()
                || (path.length() <= PagePath.MAX_LENGTH
                        && Arrays.stream(path.split("/", -1))
                                .allMatch(name -> !name.isEmpty()
                                        && PagePath.segment(name).equals(name)));
    }

    private void keep(String file) {
        String path = known.get(file);
        if (path != null && !taken.contains(path) && PathCandidates.of(file).contains(path)) {
            take(file, path);
        }
    }

    private static Comparator<String> nearest(String usual) {
        return Comparator.comparingInt(PagePaths::folderRank)
                .thenComparing(file -> !PathCandidates.spelled(file).equals(usual))
                .thenComparing(file -> !PagePath.name(file).equals(PagePath.name(usual) + ".md"))
                .thenComparing(Comparator.naturalOrder());
    }

    private static int folderRank(String file) {
        String name = PagePath.name(file).replaceFirst("\\..*$", "").toLowerCase(Locale.ROOT);
        int rank = FOLDER_PAGES.indexOf(name);
        return rank < 0 ? FOLDER_PAGES.size() : rank;
    }

    /** Whether no other file has the path, in this archive or by an earlier import. */
    private boolean isFree(String path, String file) {
        String source = sources.get(path);
        boolean isOther = source != null
                && !source.equals(file)
                && PagePath.ofFile(source).equals(path)
                && !PathCandidates.spelled(source).equals(PathCandidates.spelled(file));
        return path.length() <= PagePath.MAX_LENGTH && !taken.contains(path) && !isOther;
    }

    private String free(String file) {
        List<String> candidates = PathCandidates.of(file);
        for (String path : candidates) {
            if (isFree(path, file)) {
                return path;
            }
        }
        String usual = candidates.get(0);
        String base = usual.substring(0, Math.min(usual.length(), MAX_BASE));
        int number = 2;
        while (!isFree(base + "-" + number, file)) {
            number++;
        }
        return base + "-" + number;
    }

    private void take(String file, String path) {
        taken.add(path);
        assigned.put(file, path);
    }
}

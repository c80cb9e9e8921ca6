package io.commonplace.pages;

import io.commonplace.platform.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page with all pages below it, which move, go and come back as one.
 *
 * @param rootId the uppermost page
 * @param path that page's
 * @param paths of all of them, that page included, by identifier
 */
record Subtree(long rootId, String path, Map<Long, String> paths) {
    /** Pages in one subtree that one transaction moves or deletes; a larger one is done in parts. */
    static final int MAX_SIZE = 5_000;

    /** Whether a page is the uppermost one or below it. */
    boolean contains(long pageId) {
        return paths.containsKey(pageId);
    }

    int size() {
        return paths.size();
    }

    /** The identifiers of all of them, for SQL. */
    String ids() {
        return list(paths.keySet().stream());
    }

    /**
     * Of those whose paths begin with the uppermost page's, and go with it, the identifiers for SQL. A page may also stand
     * below another one without having its path, after an import; then it keeps its own.
     */
    String followingIds() {
        return list(paths.entrySet().stream()
                .filter(page -> follows(page.getValue()))
                .map(Map.Entry::getKey));
    }

    /** @throws Refusal if there are more pages than one transaction should hold */
    Subtree bounded() {
        if (size() > MAX_SIZE) {
            throw new Refusal("page.subtree.large", MAX_SIZE);
        }
        return this;
    }

    /** @throws Refusal if a path would be longer than paths may be */
    Collection<String> pathsAt(String newPath) {
        List<String> moved = paths.values().stream()
                .map(path -> follows(path) ? newPath + path.substring(this.path.length()) : path)
                .toList();
        if (moved.stream().anyMatch(path -> path.length() > PagePath.MAX_LENGTH)) {
            throw new Refusal("page.name.long", PagePath.MAX_LENGTH);
        }
        return moved;
    }

    private boolean follows(String other) {
        return other.equals(path) || other.startsWith(path + "/");
    }

    private static String list(Stream<Long> ids) {
        return ids.sorted().map(Object::toString).collect(Collectors.joining(","));
    }
}

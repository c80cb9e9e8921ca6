package io.commonplace.pages;

import io.commonplace.platform.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page and its descendants, which are moved, deleted and restored as one.
 *
 * @param rootId the root page of the subtree
 * @param path the root page's path
 * @param paths by identifier, of all pages including the root page
 */
record Subtree(long rootId, String path, Map<Long, String> paths) {
    /** The maximum number of pages that one transaction moves or deletes; a larger subtree has to be split. */
    static final int MAX_SIZE = 5_000;

    /** Whether the page is the root page or one of its descendants. */
    boolean contains(long pageId) {
        return paths.containsKey(pageId);
    }

    int size() {
        return paths.size();
    }

    /** All identifiers, separated by commas, for SQL. */
    String ids() {
        return list(paths.keySet().stream());
    }

    /**
     * The identifiers of the pages whose paths begin with the root page's path, for SQL. After an import, a page can be a
     * descendant without having that prefix; such a page keeps its own path.
     */
    String followingIds() {
        return list(paths.entrySet().stream()
                .filter(page -> follows(page.getValue()))
                .map(Map.Entry::getKey));
    }

    /** @throws Refusal if there are more pages than {@link #MAX_SIZE} */
    Subtree requireMaxSize() {
        if (size() > MAX_SIZE) {
            throw new Refusal("page.subtree.large", MAX_SIZE);
        }
        return this;
    }

    /**
     * The paths after a move of the root page to {@code newPath}.
     *
     * @throws Refusal if a path would be longer than {@link PagePath#MAX_LENGTH}
     */
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

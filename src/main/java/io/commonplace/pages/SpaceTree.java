package io.commonplace.pages;

import io.commonplace.cache.Weighted;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An immutable version of a space's page tree. Siblings are sorted by title. */
public final class SpaceTree implements Serializable, Weighted {
    private static final long serialVersionUID = 1;
    private static final Comparator<Node> BY_TITLE = Comparator.comparing(
                    (Node node) -> node.title().toLowerCase(Locale.ROOT))
            .thenComparing(Node::path);

    /** One page. */
    public record Node(long id, long parentId, String path, String title) implements Serializable {}

    private final HashMap<Long, Node> nodes = new HashMap<>();
    private final HashMap<Long, ArrayList<Node>> children = new HashMap<>();

    /** @param all in any order; a page whose parent is missing is at the top */
    public SpaceTree(List<Node> all) {
        all.forEach(node -> nodes.put(node.id(), node));
        all.stream()
                .filter(node -> !isFront(node))
                .sorted(BY_TITLE)
                .forEach(node -> children.computeIfAbsent(parentOf(node), missing -> new ArrayList<>())
                        .add(node));
    }

    /** The path from the top of the tree to the given page, including it, without the front page. */
    public List<Node> trail(long pageId) {
        List<Node> trail = new ArrayList<>();
        Node node = nodes.get(pageId);
        while (node != null && !isFront(node) && !trail.contains(node)) {
            trail.add(node);
            node = nodes.get(node.parentId());
        }
        Collections.reverse(trail);
        return trail;
    }

    public List<Node> children(long pageId) {
        Node node = nodes.get(pageId);
        return node != null && isFront(node) ? top() : Collections.unmodifiableList(of(pageId));
    }

    /** The pages at the top: those without a parent, and those below the front page. */
    public List<Node> top() {
        return Collections.unmodifiableList(of(0));
    }

    /** The number of descendants of the given page. */
    public int sizeBelow(long pageId) {
        return of(pageId).stream().mapToInt(child -> 1 + sizeBelow(child.id())).sum();
    }

    public int size() {
        return nodes.size();
    }

    /** A node takes about 300 bytes. */
    @Override
    public int weight() {
        return 1 + nodes.size() / 50;
    }

    public @Nullable Node node(long pageId) {
        return nodes.get(pageId);
    }

    private List<Node> of(long parent) {
        List<Node> found = children.get(parent);
        return found == null ? List.of() : found;
    }

    private long parentOf(Node node) {
        Node parent = nodes.get(node.parentId());
        return parent == null || isFront(parent) ? 0 : parent.id();
    }

    private static boolean isFront(Node node) {
        return node.path().isEmpty();
    }

    Map<Long, Node> nodes() {
        return Collections.unmodifiableMap(nodes);
    }
}

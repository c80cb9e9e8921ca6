package io.commonplace.pages;

import io.commonplace.cache.Weighted;
import io.commonplace.platform.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Children of one page, sorted by title: the unit in which a space's tree is read, cached and invalidated.
 *
 * @param page the parent; null for pages without one, or if there is no such page
 * @param children at most {@value #LIMIT}
 * @param more whether further children follow
 * @param version changes with what the others say
 */
public record Branch(@Nullable TreeNode page, List<TreeNode> children, boolean more, String version)
        implements Weighted {
    /** A page with more children shows them in parts of this size. */
    public static final int LIMIT = 100;

    private static final int MAX_VERSION = 200;
    private static final int NODES_PER_WEIGHT = 10;

    private static final Comparator<TreeNode> BY_TITLE = Comparator.comparing(
                    (TreeNode node) -> node.title().toLowerCase(Locale.ROOT))
            .thenComparing(TreeNode::path);

    public Branch(@Nullable TreeNode page, List<TreeNode> children, boolean more) {
        this(page, children, more, version(page + (children.isEmpty() ? "" : " " + children) + more));
    }

    /** @param found one more than {@link #LIMIT}, if there are as many */
    static Branch of(@Nullable TreeNode page, List<TreeNode> found) {
        boolean more = found.size() > LIMIT;
        return new Branch(page, List.copyOf(more ? found.subList(0, LIMIT) : found), more);
    }

    static Branch leaf(TreeNode page) {
        return new Branch(page, List.of(), false);
    }

    Optional<TreeNode> child(long pageId) {
        return children.stream().filter(node -> node.id() == pageId).findFirst();
    }

    /** Most pages have no children, and their version is made at each view. */
    private static String version(String content) {
        return content.length() > MAX_VERSION ? Digest.of(content) : content;
    }

    /** The page; only for a branch that has one. */
    public TreeNode parent() {
        return Objects.requireNonNull(page);
    }

    /** The children of both, below this branch's page. */
    Branch with(Branch other) {
        if (other.children.isEmpty()) {
            return this;
        }
        List<TreeNode> all = new ArrayList<>(children);
        all.addAll(other.children);
        all.sort(BY_TITLE);
        return new Branch(page, List.copyOf(all), more || other.more, version + other.version);
    }

    @Override
    public int weight() {
        return 1 + children.size() / NODES_PER_WEIGHT;
    }
}

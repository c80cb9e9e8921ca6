package io.commonplace.pages;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Caches;
import io.commonplace.database.ReadRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads a space's tree through the cache, a branch at a time; no request needs the whole. It checks no rights; callers ask
 * {@link io.commonplace.people.Access} first.
 */
@ApplicationScoped
public class TreeReader {
    /** No path has more segments; parents that form a cycle end here. */
    private static final int MAX_DEPTH = PagePath.MAX_LENGTH / 2;

    @Inject
    private Caches caches;

    @Inject
    private ReadRouter router;

    @Inject
    private PageReader pageReader;

    /** A page with its first children. @param pageId 0 for the pages without a parent */
    public Branch branch(SpaceHead space, long pageId) {
        return caches.get(
                CacheRegion.BRANCHES,
                key(space.id(), space.treeGeneration(), pageId),
                fresh -> router.read(fresh, em -> BranchQueries.branch(em, space.id(), pageId)));
    }

    /** The children that follow {@code key}. They are read only when somebody asks for more, and are not cached. */
    public Branch after(SpaceHead space, long pageId, BranchKey key) {
        return router.read(em -> BranchQueries.after(em, space.id(), pageId, key));
    }

    /** The pages below the front page, if there is one, and those without a parent. */
    public Branch top(SpaceHead space) {
        Branch loose = branch(space, 0);
        return pageReader
                .page(space.id(), "")
                .map(front -> branch(space, front.id()).with(loose))
                .orElse(loose);
    }

    /** The tree around a page. */
    public TreePath path(SpaceHead space, PageHead page) {
        return path(space, own(space, page));
    }

    /** The tree around a space's page, by its identifier; the top if there is no such page. */
    public TreePath path(SpaceHead space, long pageId) {
        return path(space, branch(space, pageId));
    }

    private TreePath path(SpaceHead space, Branch from) {
        Deque<Branch> way = new ArrayDeque<>();
        Branch branch = from;
        while (branch.page() != null && !branch.page().isFront() && way.size() < MAX_DEPTH && !has(way, branch)) {
            way.addFirst(branch);
            branch = branch(space, branch.page().parentId());
        }
        return new TreePath(top(space), List.copyOf(way));
    }

    /** A page without children needs no branch of its own: its parent's branch says so, and most pages have no children. */
    private Branch own(SpaceHead space, PageHead page) {
        Branch siblings = branch(space, page.parentId() == null ? 0 : page.parentId());
        Optional<TreeNode> leaf = siblings.child(page.id()).filter(node -> !node.hasChildren());
        return leaf.map(Branch::leaf).orElseGet(() -> branch(space, page.id()));
    }

    private static boolean has(Deque<Branch> way, Branch branch) {
        return way.stream()
                .anyMatch(known -> known.parent().id() == branch.parent().id());
    }

    static String key(long spaceId, long generation, long pageId) {
        return spaceId + "@" + generation + "/" + pageId;
    }
}

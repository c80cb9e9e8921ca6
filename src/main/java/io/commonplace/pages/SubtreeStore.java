package io.commonplace.pages;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Invalidations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Moves the rows of many pages with a number of statements that depends only on the tree's depth. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SubtreeStore {
    /** With more keys than this, whole cache regions and the whole tree are invalidated. */
    private static final int MAX_SINGLE_KEYS = 250;

    /** The new path of page m, in the tree or in the trash; the parameters are the subtree's new and old path. */
    static final String NEW_PATH = "concat(?1, substring(m.path, char_length(?2) + 1))";

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Invalidations invalidations;

    @Inject
    private SpaceStore spaces;

    @Inject
    private Event<Object> events;

    /**
     * The page, which is locked already, and its descendants, which this locks level by level. A transaction that adds a
     * page below one of them locks that page first ({@link PageStore#lockParent}). So it comes before this one, or sees its
     * result.
     */
    Subtree lock(Page root) {
        Map<Long, String> paths = new LinkedHashMap<>(Map.of(root.id(), root.path()));
        Map<Long, String> level = paths;
        while (!level.isEmpty() && paths.size() <= Subtree.MAX_SIZE) {
            level = lockChildren(level.keySet(), Subtree.MAX_SIZE + 1 - paths.size());
            level.keySet().removeAll(paths.keySet());
            paths.putAll(level);
        }
        return new Subtree(root.id(), root.path(), paths).requireMaxSize();
    }

    private Map<Long, String> lockChildren(Set<Long> parents, int limit) {
        String list = parents.stream().map(Object::toString).collect(Collectors.joining(","));
        return paths(em.createNativeQuery(
                        "select id, path from page where parent_id in (" + list + ") limit " + limit + " for update")
                .getResultList());
    }

    /** A new path of one of the pages that another page has already. @param table the pages are in now */
    Optional<String> conflictingPath(Subtree subtree, String table, long spaceId, String newPath) {
        List<?> found = em.createNativeQuery("select p.path from " + table + " m join page p on p.space_id = ?3"
                        + " and p.path = case when m.id in (" + subtree.followingIds() + ") then " + NEW_PATH
                        + " else m.path end where m.id in (" + subtree.ids() + ") and p.id not in ("
                        + subtree.ids() + ") limit 1")
                .setParameter(1, newPath)
                .setParameter(2, subtree.path())
                .setParameter(3, spaceId)
                .getResultList();
        return found.stream().map(Object::toString).findFirst();
    }

    /** Gives the pages their new paths, and the root page its new parent. The old paths become redirects. */
    void move(Subtree subtree, long spaceId, String newPath, @Nullable Long parentId) {
        String following = subtree.followingIds();
        execute("replace into old_path (space_id, path, page_id) select space_id, path, id from page where id in ("
                + following + ")");
        // Ordered so that no page gets a path that another one still has.
        String order = newPath.length() > subtree.path().length() ? "desc" : "asc";
        em.createNativeQuery("update page m set m.path = " + NEW_PATH + ", m.version = m.version + 1 where m.id in ("
                        + following + ") order by char_length(m.path) " + order)
                .setParameter(1, newPath)
                .setParameter(2, subtree.path())
                .executeUpdate();
        execute("update page set parent_id = " + parentId + " where id = " + subtree.rootId());
        dropRedirects(subtree);
        invalidate(subtree, spaceId, newPath);
    }

    /** Drops redirects from paths at which these pages are now. */
    void dropRedirects(Subtree subtree) {
        execute("delete o from old_path o join page p on p.space_id = o.space_id and p.path = o.path where p.id in ("
                + subtree.ids() + ")");
    }

    /** Invalidates all paths of the pages (the previous, the current and the redirected ones) and their branches, and reports the change. */
    void invalidate(Subtree subtree, long spaceId, String newPath) {
        List<?> former = em.createNativeQuery("select path from old_path where page_id in (" + subtree.ids() + ")")
                .getResultList();
        if (3 * subtree.size() + former.size() > MAX_SINGLE_KEYS) {
            invalidations.markAll(CacheRegion.PAGES);
            spaces.treeChanged(spaceId);
        } else {
            subtree.paths().keySet().forEach(id -> spaces.branchChanged(spaceId, id));
            Stream.of(subtree.paths().values(), subtree.pathsAt(newPath), former)
                    .flatMap(Collection::stream)
                    .forEach(path ->
                            invalidations.mark(CacheRegion.PAGES, PageReader.pageKey(spaceId, path.toString())));
        }
        PageReader.RECENT_KEYS.forEach(key -> invalidations.mark(CacheRegion.LISTS, key));
        events.fire(new PagesChanged(subtree.paths().keySet()));
        events.fire(TargetsChanged.renamed(subtree.paths().keySet()));
    }

    /** @param rows identifier and path */
    static Map<Long, String> paths(List<?> rows) {
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> (String) row[1]));
    }

    private void execute(String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }
}

package io.commonplace.pages;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Invalidations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Moves the rows of many pages by a few statements, however many they are. Who calls it has locked the space's tree
 * ({@link SpaceStore#treeChanged}), so that nobody else moves, deletes or makes pages by hand meanwhile.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SubtreeStore {
    /** Beyond these, keys are not listed one by one: then all pages are taken out of the caches. */
    private static final int MANY = 250;

    /** Without duplicates, so that it would end even in a loop. */
    static final String BELOW = "with recursive below (id) as (select id from page where id = ?1 union"
            + " select p.id from page p join below b on p.parent_id = b.id) select id from below limit "
            + (Subtree.MAX_SIZE + 1);

    /** The new path of page m, whether it is in its place or in the trash: the parameters are the subtree's paths. */
    static final String NEW_PATH = "concat(?1, substring(m.path, char_length(?2) + 1))";

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Invalidations invalidations;

    /**
     * The page with all pages below it. Their rows are locked: saves that are under way end before, and those that come
     * later see what became of the page.
     */
    Subtree of(Page root) {
        List<?> ids = em.createNativeQuery(BELOW).setParameter(1, root.id()).getResultList();
        String list = ids.stream().map(Object::toString).collect(Collectors.joining(","));
        List<?> rows = em.createNativeQuery("select id, path from page where id in (" + list + ") for update")
                .getResultList();
        return new Subtree(root.id(), root.path(), paths(rows)).bounded();
    }

    /** A path that one of the pages would have, and another page has. @param table where the pages are now */
    Optional<String> taken(Subtree subtree, String table, long spaceId, String newPath) {
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

    /** Gives the pages their new paths, and the uppermost one its new place in the tree. The old paths lead on. */
    void move(Subtree subtree, long spaceId, String newPath, @Nullable Long parentId) {
        String following = subtree.followingIds();
        run("replace into old_path (space_id, path, page_id) select space_id, path, id from page where id in ("
                + following + ")");
        // In an order in which no page gets a path that another one has yet to leave.
        String order = newPath.length() > subtree.path().length() ? "desc" : "asc";
        em.createNativeQuery("update page m set m.path = " + NEW_PATH + ", m.version = m.version + 1 where m.id in ("
                        + following + ") order by char_length(m.path) " + order)
                .setParameter(1, newPath)
                .setParameter(2, subtree.path())
                .executeUpdate();
        run("update page set parent_id = " + parentId + " where id = " + subtree.rootId());
        takeOver(subtree);
        changed(subtree, spaceId, newPath);
    }

    /** Former addresses at which there is one of these pages now lead elsewhere no longer. */
    void takeOver(Subtree subtree) {
        run("delete o from old_path o join page p on p.space_id = o.space_id and p.path = o.path where p.id in ("
                + subtree.ids() + ")");
    }

    /**
     * Takes all addresses of the pages out of all caches: where they were, where they are, and all former ones, which lead
     * elsewhere now.
     */
    void changed(Subtree subtree, long spaceId, String newPath) {
        List<?> former = em.createNativeQuery("select path from old_path where page_id in (" + subtree.ids() + ")")
                .getResultList();
        if (2 * subtree.size() + former.size() > MANY) {
            invalidations.markAll(CacheRegion.PAGES);
        } else {
            Stream.of(subtree.paths().values(), subtree.pathsAt(newPath), former)
                    .flatMap(Collection::stream)
                    .forEach(path ->
                            invalidations.mark(CacheRegion.PAGES, PageReader.pageKey(spaceId, path.toString())));
        }
        invalidations.mark(CacheRegion.LISTS, "recent");
    }

    /** @param rows identifier and path */
    static Map<Long, String> paths(List<?> rows) {
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> (String) row[1]));
    }

    private void run(String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }
}

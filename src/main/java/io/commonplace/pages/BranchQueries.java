package io.commonplace.pages;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the children of one page through an index, whatever the size of the space and the number of children. */
final class BranchQueries {
    /**
     * The children that follow a title. The index is forced: by the index of the parent alone the database would sort all
     * children of a page that has many.
     */
    private static final String CHILDREN = "(select id, path, title, title_order from page force index (page_children)"
            + " where space_id = ?1 and parent_id %s and document_id is not null and path <> '' and title_order >= ?2"
            + " and (title_order > ?2 or id > ?3) order by title_order, id limit " + (Branch.LIMIT + 1) + ") p";

    private static final String NODE = "p.id, p.path, p.title, case when exists (select 1 from page c where"
            + " c.space_id = ?1 and c.parent_id = p.id) then 1 else 0 end has_children";

    private static final String ORDER = " order by p.title_order, p.id";

    private BranchQueries() {}

    /** The page and its first children, by one statement. @param pageId 0 for the pages without a parent */
    static Branch branch(EntityManager em, long spaceId, long pageId) {
        if (pageId == 0) {
            return after(em, spaceId, 0, BranchKey.START);
        }
        String sql =
                "select " + NODE + ", q.parent_id above, q.path above_path, q.title above_title from page q left join "
                        + CHILDREN.formatted("= ?4") + " on true where q.id = ?4 and q.space_id = ?1" + ORDER;
        List<Object[]> rows = rows(query(em, sql, spaceId, BranchKey.START).setParameter(4, pageId));
        List<TreeNode> children = rows.stream()
                .filter(row -> row[0] != null)
                .map(row -> node(row, pageId))
                .toList();
        return Branch.of(rows.isEmpty() ? null : parent(rows.get(0), pageId, !children.isEmpty()), children);
    }

    /** Further children of the page. */
    static Branch after(EntityManager em, long spaceId, long pageId, BranchKey key) {
        String children = CHILDREN.formatted(pageId == 0 ? "is null" : "= ?4");
        Query query = query(em, "select " + NODE + " from " + children + ORDER, spaceId, key);
        if (pageId != 0) {
            query.setParameter(4, pageId);
        }
        return Branch.of(
                null, rows(query).stream().map(row -> node(row, pageId)).toList());
    }

    private static Query query(EntityManager em, String sql, long spaceId, BranchKey key) {
        return em.createNativeQuery(sql)
                .setParameter(1, spaceId)
                .setParameter(2, key.title())
                .setParameter(3, key.id());
    }

    private static List<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }

    private static TreeNode node(Object[] row, long parentId) {
        return new TreeNode(number(row[0]), parentId, (String) row[1], (String) row[2], number(row[3]) != 0);
    }

    private static TreeNode parent(Object[] row, long id, boolean hasChildren) {
        return new TreeNode(id, number(row[4]), (String) row[5], (String) row[6], hasChildren);
    }

    private static long number(@Nullable Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }
}

package io.commonplace.links;

import io.commonplace.pages.SpaceHead;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The queries for pages and files that nothing links to. They go through a space by path, some at a time. */
final class UnlinkedQueries {
    /** How many pages or files a request looks at for each line that it may show. */
    private static final int LOOKED_AT = 10;

    /** With more identifiers at once, the database reads a whole index. */
    private static final int BATCH = 100;

    private UnlinkedQueries() {}

    /** Pages that no other page links to, but the front page. */
    static LinkReports.Part pages(EntityManager em, SpaceHead space, String after, int limit) {
        List<Object[]> rows = em.createQuery(
                        "select p.id, p.path, p.title from Page p where p.spaceId = :space and p.path > :after"
                                + " order by p.path",
                        Object[].class)
                .setParameter("space", space.id())
                .setParameter("after", after)
                .setMaxResults(limit * LOOKED_AT)
                .getResultList();
        return part(
                linked(em, "Page", rows),
                rows,
                limit,
                row -> new LinkReports.Line((Long) row[0], (String) row[2], space.href((String) row[1]), ""));
    }

    /** Files that no page shows or links to. */
    static LinkReports.Part files(EntityManager em, SpaceHead space, String after, int limit) {
        List<Object[]> rows = em.createQuery(
                        "select a.id, a.path, a.name from Attachment a where a.spaceId = :space"
                                + " and a.path > :after order by a.path",
                        Object[].class)
                .setParameter("space", space.id())
                .setParameter("after", after)
                .setMaxResults(limit * LOOKED_AT)
                .getResultList();
        return part(
                linked(em, "Attachment", rows),
                rows,
                limit,
                row -> new LinkReports.Line((Long) row[0], (String) row[1], "", ""));
    }

    /** @param rows identifier and path first */
    private static LinkReports.Part part(Set<Long> linked, List<Object[]> rows, int limit, ToLine line) {
        List<LinkReports.Line> lines = new ArrayList<>();
        String last = "";
        for (Object[] row : rows) {
            if (lines.size() == limit) {
                return new LinkReports.Part(lines, last);
            }
            if (!linked.contains((Long) row[0])) {
                lines.add(line.of(row));
            }
            last = (String) row[1];
        }
        return new LinkReports.Part(lines, rows.size() < limit * LOOKED_AT ? "" : last);
    }

    /** Those of the rows that another page links to. Links from the trash don't count. */
    private static Set<Long> linked(EntityManager em, String entity, List<Object[]> rows) {
        Set<Long> linked = new HashSet<>();
        for (int at = 0; at < rows.size(); at += BATCH) {
            List<Long> ids = rows.subList(at, Math.min(rows.size(), at + BATCH)).stream()
                    .map(row -> (Long) row[0])
                    .toList();
            linked.addAll(em.createQuery(
                            "select t.id from " + entity + " t where t.id in :ids and exists (select l.number from"
                                    + " StoredLink l, Page p where l.targetId = t.id and l.pageId <> t.id"
                                    + " and p.id = l.pageId)",
                            Long.class)
                    .setParameter("ids", ids)
                    .getResultList());
        }
        return linked;
    }

    private interface ToLine {
        LinkReports.Line of(Object[] row);
    }
}

package io.commonplace.links;

import io.commonplace.pages.Space;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The queries for backlinks. Several small ones, so that each goes along an index whatever the sizes of the tables are. */
final class BacklinkQueries {
    private BacklinkQueries() {}

    /** Pages that link to this one. Pages in the trash are left out. */
    static Backlinks.Part after(EntityManager em, long pageId, long after, int limit) {
        List<Long> ids = em.createQuery(
                        "select distinct l.pageId from StoredLink l where l.targetId = :target and l.pageId > :after"
                                + " and l.pageId <> :target order by l.pageId",
                        Long.class)
                .setParameter("target", pageId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
        return new Backlinks.Part(
                ids.isEmpty() ? List.of() : pages(em, ids), ids.size() < limit ? 0 : ids.get(ids.size() - 1));
    }

    private static List<Backlink> pages(EntityManager em, List<Long> ids) {
        List<Object[]> rows = em.createQuery(
                        "select p.id, p.spaceId, p.path, p.title from Page p where p.id in :ids"
                                + " and p.documentId is not null order by p.id",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        Map<Long, Space> spaces = new HashMap<>();
        return rows.stream()
                .map(row -> new Backlink(
                        (Long) row[0],
                        spaces.computeIfAbsent((Long) row[1], id -> em.find(Space.class, id))
                                .head(),
                        (String) row[2],
                        (String) row[3]))
                .toList();
    }
}

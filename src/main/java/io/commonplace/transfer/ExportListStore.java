package io.commonplace.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists what belongs into an export, and names it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ExportListStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    /**
     * Lists all pages, files and former addresses. It is one statement, which the database answers as of one instant,
     * however long it takes; two statements of one transaction could see different states.
     */
    void list(ExportOrder order) {
        String spaces = "(select s.space_id from export_space s where s.export_id = " + order.exportId() + ")";
        em.createNativeQuery("insert into export_file (export_id, kind, number, space_id, target_id, page_id, path,"
                        + " source_path, title, revision_number, hash, size) with recursive chosen (id) as ("
                        + chosen(order, spaces)
                        + ") " + pages(order.exportId(), spaces) + " union all "
                        + files(order, spaces) + " union all " + aliases(order.exportId(), spaces))
                .executeUpdate();
    }

    private static String chosen(ExportOrder order, String spaces) {
        String page = "select p.id from page p where p.id = " + order.pageId();
        return switch (order.scope()) {
            case PAGE -> page;
            case TREE -> page + " union select p.id from page p join chosen c on p.parent_id = c.id";
            case SPACE, SPACES -> "select p.id from page p where p.space_id in " + spaces;
        };
    }

    private static String pages(long exportId, String spaces) {
        return "select " + exportId + ", 'PAGE', row_number() over (order by p.space_id, p.path) - 1, p.space_id, p.id,"
                + " null, p.path, p.source_path, p.title, p.revision_number, null, 0 from page p join chosen c on c.id = p.id"
                + " where p.space_id in " + spaces + " and p.document_id is not null";
    }

    private static String files(ExportOrder order, String spaces) {
        String withoutPage = order.isPartOfASpace() ? "" : " or a.page_id is null";
        return "select " + order.exportId()
                + ", 'FILE', row_number() over (order by a.space_id, a.path) - 1, a.space_id,"
                + " a.id, a.page_id, a.path, '', '', 0, a.hash, a.size from attachment a where a.space_id in " + spaces
                + " and (a.page_id in (select id from chosen)" + withoutPage + ")";
    }

    private static String aliases(long exportId, String spaces) {
        return "select " + exportId + ", 'ALIAS', row_number() over (order by o.space_id, o.path) - 1, o.space_id,"
                + " o.page_id, null, o.path, '', '', 0, null, 0 from old_path o join chosen c on c.id = o.page_id"
                + " where o.space_id in " + spaces;
    }

    long count(long exportId, ExportFile.Kind kind) {
        return em.createQuery(
                        "select count(f) from ExportFile f where f.exportId = :export and f.kind = :kind", Long.class)
                .setParameter("export", exportId)
                .setParameter("kind", kind)
                .getSingleResult();
    }

    /** The keys of the export's spaces by identifier. */
    Map<Long, String> spaces(long exportId) {
        Map<Long, String> spaces = new HashMap<>();
        List<?> rows = em.createNativeQuery("select space_id, slug from export_space where export_id = ?1")
                .setParameter(1, exportId)
                .getResultList();
        for (Object row : rows) {
            Object[] space = (Object[]) row;
            spaces.put(((Number) space[0]).longValue(), (String) space[1]);
        }
        return spaces;
    }

    /** The next ones of a kind, in the order of their numbers, from {@code first} on. */
    List<Listed> from(long exportId, ExportFile.Kind kind, int first, int limit) {
        return em.createQuery(
                        "select f.number, f.spaceId, f.targetId, f.path, f.sourcePath from ExportFile f"
                                + " where f.exportId = :export and f.kind = :kind and f.number >= :first"
                                + " order by f.number",
                        Object[].class)
                .setParameter("export", exportId)
                .setParameter("kind", kind)
                .setParameter("first", first)
                .setMaxResults(limit)
                .getResultStream()
                .map(row ->
                        new Listed((Integer) row[0], (Long) row[1], (Long) row[2], (String) row[3], (String) row[4]))
                .toList();
    }

    /** @param names in the archive by number, in one statement: a few hundred at most */
    void name(long exportId, ExportFile.Kind kind, Map<Integer, String> names) {
        int[] next = {3};
        String rows = names.keySet().stream()
                .map(number -> "select ?" + next[0]++ + " as number, ?" + next[0]++ + " as name")
                .collect(Collectors.joining(" union all "));
        Query query = em.createNativeQuery("update export_file f join (" + rows + ") n on n.number = f.number"
                        + " set f.name = n.name where f.export_id = ?1 and f.kind = ?2")
                .setParameter(1, exportId)
                .setParameter(2, kind.name());
        int parameter = 3;
        for (Map.Entry<Integer, String> name : names.entrySet()) {
            query.setParameter(parameter++, name.getKey());
            query.setParameter(parameter++, name.getValue());
        }
        query.executeUpdate();
    }

    /** A former address leads to the file of its page. */
    void nameAliases(long exportId) {
        em.createNativeQuery("update export_file a join export_file p on p.export_id = a.export_id"
                        + " and p.target_id = a.target_id and p.kind = 'PAGE' set a.name = p.name"
                        + " where a.export_id = ?1 and a.kind = 'ALIAS'")
                .setParameter(1, exportId)
                .executeUpdate();
    }

    /** Notes that a page shows or links to a file, which may not be listed yet. */
    void linked(long exportId, long attachmentId) {
        em.createNativeQuery("insert ignore into export_link (export_id, attachment_id) values (?1, ?2)")
                .setParameter(1, exportId)
                .setParameter(2, attachmentId)
                .executeUpdate();
    }

    /** Lists the linked files after the others, as they are now. */
    void listLinked(long exportId) {
        long known = count(exportId, ExportFile.Kind.FILE);
        em.createNativeQuery("insert into export_file (export_id, kind, number, space_id, target_id, page_id, path,"
                        + " source_path, title, revision_number, hash, size, name) select " + exportId + ", 'FILE', "
                        + known
                        + " + row_number() over (order by a.id) - 1, a.space_id, a.id, null, a.path, '', '', 0, a.hash, a.size,"
                        + " concat(s.slug, '/', a.path) from export_link l join attachment a on a.id = l.attachment_id"
                        + " join export_space s on s.export_id = l.export_id and s.space_id = a.space_id"
                        + " where l.export_id = " + exportId)
                .executeUpdate();
        em.createNativeQuery("delete from export_link where export_id = ?1")
                .setParameter(1, exportId)
                .executeUpdate();
    }

    void delete(long exportId) {
        for (String table : List.of("export_file", "export_link")) {
            em.createNativeQuery("delete from " + table + " where export_id = ?1")
                    .setParameter(1, exportId)
                    .executeUpdate();
        }
    }

    /** @param path of the page or attachment */
    record Listed(int number, long spaceId, long targetId, String path, String sourcePath) {}
}

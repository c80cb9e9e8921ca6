package io.commonplace.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the rows of exports and of their parts. {@link ExportListStore} writes what belongs into them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ExportStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    /** @param spaces the keys of the spaces by identifier */
    void add(Export export, Map<Long, String> spaces) {
        em.persist(export);
        spaces.forEach((id, slug) -> update(
                "insert into export_space (export_id, space_id, slug) values (?1, ?2, ?3)", export.id(), id, slug));
    }

    @Nullable
    Export find(long exportId) {
        return em.find(Export.class, exportId);
    }

    void addPart(long exportId, ExportPart part, List<PackedEntry> entries) {
        update(
                "insert into export_part (id, export_id, section, number, items, size, directory)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                part.id(),
                exportId,
                part.section().ordinal(),
                part.number(),
                part.items(),
                part.size(),
                PackedEntry.toBytes(entries));
    }

    /** The number of pages or files that were packed; negative if no part of the section was. */
    long packed(long exportId, ExportPart.Section section) {
        Object sum = em.createNativeQuery(
                        "select coalesce(sum(items), -1) from export_part where export_id = ?1 and section = ?2")
                .setParameter(1, exportId)
                .setParameter(2, section.ordinal())
                .getSingleResult();
        return ((Number) sum).longValue();
    }

    /** Those that were ready before {@code limit}, and those that were begun before {@code unfinished} and are not. */
    List<Long> due(Instant limit, Instant unfinished, int max) {
        return em.createQuery(
                        "select e.id from Export e where e.readyAt <= :limit"
                                + " or (e.readyAt is null and e.createdAt <= :unfinished)",
                        Long.class)
                .setParameter("limit", limit)
                .setParameter("unfinished", unfinished)
                .setMaxResults(max)
                .getResultList();
    }

    /** Forgets an export. The bytes of its parts belong to nothing then. */
    void delete(long exportId) {
        for (String table : List.of("export_part", "export_space", "export_file", "export_link")) {
            update("delete from " + table + " where export_id = ?1", exportId);
        }
        update("delete from space_export where id = ?1", exportId);
    }

    private void update(String sql, Object... parameters) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        query.executeUpdate();
    }
}

package io.commonplace.transfer;

import io.commonplace.database.ReadRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Reads archives that are ready. */
@ApplicationScoped
class ExportDownloadQueries {
    @Inject
    private ReadRouter router;

    /** The archive, if it is ready. */
    Optional<ExportedArchive> archive(long exportId) {
        return router.find(em -> Optional.ofNullable(em.find(Export.class, exportId))
                .filter(Export::isReady)
                .map(export -> new ExportedArchive(
                        export.personId(),
                        spaces(em, exportId),
                        export.fileName(),
                        export.listedAt(),
                        export.size(),
                        parts(em, exportId))));
    }

    Optional<byte[]> piece(long partId, int number) {
        return router.find(em -> piece(em, partId, number));
    }

    private static Optional<byte[]> piece(EntityManager em, long partId, int number) {
        List<?> rows = em.createNativeQuery("select bytes from export_piece where part_id = ?1 and number = ?2")
                .setParameter(1, partId)
                .setParameter(2, number)
                .getResultList();
        return rows.stream().map(byte[].class::cast).findFirst();
    }

    static List<Long> spaces(EntityManager em, long exportId) {
        List<?> rows = em.createNativeQuery("select space_id from export_space where export_id = ?1")
                .setParameter(1, exportId)
                .getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }

    static List<ExportPart> parts(EntityManager em, long exportId) {
        List<?> rows = em.createNativeQuery("select id, section, number, items, size from export_part"
                        + " where export_id = ?1 order by section, number")
                .setParameter(1, exportId)
                .getResultList();
        return rows.stream().map(row -> part((Object[]) row)).toList();
    }

    private static ExportPart part(Object[] row) {
        return new ExportPart(
                ((Number) row[0]).longValue(),
                ExportPart.Section.values()[((Number) row[1]).intValue()],
                ((Number) row[2]).intValue(),
                ((Number) row[3]).intValue(),
                ((Number) row[4]).longValue());
    }
}

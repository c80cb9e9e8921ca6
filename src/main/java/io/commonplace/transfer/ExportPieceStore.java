package io.commonplace.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The rows of packed parts, one for each piece. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ExportPieceStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    void add(long partId, int number, byte[] bytes) {
        em.createNativeQuery("insert into export_piece (part_id, number, bytes) values (?1, ?2, ?3)")
                .setParameter(1, partId)
                .setParameter(2, number)
                .setParameter(3, bytes)
                .executeUpdate();
    }

    List<Long> abandoned(Instant limit, int max) {
        List<?> rows = em.createNativeQuery("select distinct b.part_id from export_piece b"
                        + " left join export_part p on p.id = b.part_id"
                        + " where p.id is null and b.kept_at <= ?1 limit " + max)
                .setParameter(1, LocalDateTime.ofInstant(limit, ZoneOffset.UTC))
                .getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** Removes a few pieces. @return whether there were any */
    boolean removeSome(long partId) {
        return em.createNativeQuery("delete from export_piece where part_id = ?1 limit 16")
                        .setParameter(1, partId)
                        .executeUpdate()
                > 0;
    }
}

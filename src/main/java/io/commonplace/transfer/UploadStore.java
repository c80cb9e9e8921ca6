package io.commonplace.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The rows of uploads, one for each chunk. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class UploadStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    void add(long uploadId, int number, byte[] chunk) {
        em.createNativeQuery("insert into upload_piece (upload_id, number, bytes) values (?1, ?2, ?3)")
                .setParameter(1, uploadId)
                .setParameter(2, number)
                .setParameter(3, chunk)
                .executeUpdate();
    }

    Optional<byte[]> chunk(long uploadId, int number) {
        List<?> rows = em.createNativeQuery("select bytes from upload_piece where upload_id = ?1 and number = ?2")
                .setParameter(1, uploadId)
                .setParameter(2, number)
                .getResultList();
        return rows.stream().map(byte[].class::cast).findFirst();
    }

    boolean exists(long uploadId) {
        return !em.createNativeQuery("select 1 from upload_piece where upload_id = ?1 limit 1")
                .setParameter(1, uploadId)
                .getResultList()
                .isEmpty();
    }

    /** @return whether it existed */
    boolean remove(long uploadId, int number) {
        return em.createNativeQuery("delete from upload_piece where upload_id = ?1 and number = ?2")
                        .setParameter(1, uploadId)
                        .setParameter(2, number)
                        .executeUpdate()
                == 1;
    }

    /** Removes a few chunks. @return whether there were any */
    boolean removeSome(long uploadId) {
        return em.createNativeQuery("delete from upload_piece where upload_id = ?1 limit 16")
                        .setParameter(1, uploadId)
                        .executeUpdate()
                > 0;
    }

    void removeAll(long uploadId) {
        em.createNativeQuery("delete from upload_piece where upload_id = ?1")
                .setParameter(1, uploadId)
                .executeUpdate();
    }
}

package io.commonplace.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Uploaded archives, in the database so that every clone can read them, in chunks of one mebibyte. */
@ApplicationScoped
class Uploads {
    static final int CHUNK = 1 << 20;

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    /** Stores one chunk. Call it outside of a transaction, so that a long upload holds no lock. */
    @Transactional
    public void store(long uploadId, int number, byte[] chunk) {
        em.createNativeQuery("insert into upload_piece (upload_id, number, bytes) values (?1, ?2, ?3)")
                .setParameter(1, uploadId)
                .setParameter(2, number)
                .setParameter(3, chunk)
                .executeUpdate();
    }

    /** Writes the archive to a temporary file on this clone. The caller deletes it. */
    @Transactional
    public Path toTemporaryFile(long uploadId) throws IOException {
        Path file = Files.createTempFile("commonplace-import-", ".zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            int number = 0;
            for (List<?> rows = chunk(uploadId, number); !rows.isEmpty(); rows = chunk(uploadId, ++number)) {
                out.write((byte[]) rows.get(0));
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    /**
     * Deletes one chunk. Call it outside of a transaction, so that a large archive makes no large transaction. @return
     * whether it existed
     */
    @Transactional
    public boolean deleteChunk(long uploadId, int number) {
        return em.createNativeQuery("delete from upload_piece where upload_id = ?1 and number = ?2")
                        .setParameter(1, uploadId)
                        .setParameter(2, number)
                        .executeUpdate()
                == 1;
    }

    /** Deletes a few chunks, like {@link #deleteChunk}. @return whether there were any */
    @Transactional
    public boolean deleteSome(long uploadId) {
        return em.createNativeQuery("delete from upload_piece where upload_id = ?1 limit 16")
                        .setParameter(1, uploadId)
                        .executeUpdate()
                > 0;
    }

    /** Deletes all remaining chunks of an upload. */
    @Transactional
    public void delete(long uploadId) {
        em.createNativeQuery("delete from upload_piece where upload_id = ?1")
                .setParameter(1, uploadId)
                .executeUpdate();
    }

    private List<?> chunk(long uploadId, int number) {
        return em.createNativeQuery("select bytes from upload_piece where upload_id = ?1 and number = ?2")
                .setParameter(1, uploadId)
                .setParameter(2, number)
                .getResultList();
    }
}

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

/** Uploaded archives, where every clone can get at them, in pieces of a mebibyte. */
@ApplicationScoped
class Uploads {
    static final int PIECE = 1 << 20;

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    /** Keeps one piece, to be called outside of a transaction: a long upload holds no lock. */
    @Transactional
    public void keep(long uploadId, int number, byte[] piece) {
        em.createNativeQuery("insert into upload_piece (upload_id, number, bytes) values (?1, ?2, ?3)")
                .setParameter(1, uploadId)
                .setParameter(2, number)
                .setParameter(3, piece)
                .executeUpdate();
    }

    /** Writes the archive to a file on this clone, for as long as a step needs it. */
    @Transactional
    public Path toTemporaryFile(long uploadId) throws IOException {
        Path file = Files.createTempFile("commonplace-import-", ".zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            int number = 0;
            for (List<?> rows = piece(uploadId, number); !rows.isEmpty(); rows = piece(uploadId, ++number)) {
                out.write((byte[]) rows.get(0));
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    /** Deletes one piece, to be called outside of a transaction: a large archive must not make a large one. @return whether it was there */
    @Transactional
    public boolean deletePiece(long uploadId, int number) {
        return em.createNativeQuery("delete from upload_piece where upload_id = ?1 and number = ?2")
                        .setParameter(1, uploadId)
                        .setParameter(2, number)
                        .executeUpdate()
                == 1;
    }

    /** Deletes a few pieces, whichever they are, as {@link #deletePiece} does. @return whether there was one */
    @Transactional
    public boolean deleteSome(long uploadId) {
        return em.createNativeQuery("delete from upload_piece where upload_id = ?1 limit 16")
                        .setParameter(1, uploadId)
                        .executeUpdate()
                > 0;
    }

    /** Deletes what is left of an upload. */
    @Transactional
    public void delete(long uploadId) {
        em.createNativeQuery("delete from upload_piece where upload_id = ?1")
                .setParameter(1, uploadId)
                .executeUpdate();
    }

    private List<?> piece(long uploadId, int number) {
        return em.createNativeQuery("select bytes from upload_piece where upload_id = ?1 and number = ?2")
                .setParameter(1, uploadId)
                .setParameter(2, number)
                .getResultList();
    }
}

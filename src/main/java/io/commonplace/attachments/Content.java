package io.commonplace.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes, named by their SHA-256 and kept once, in the database. What no attachment names goes after a while. */
@ApplicationScoped
public class Content {
    /** What fits into one packet of the database, with room to spare. */
    public static final long MAX_SIZE = 32L << 20;

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    /** SHA-256 in hexadecimal. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Keeps the bytes; keeping them again does nothing but begin their time anew. Whoever keeps them has that time to let
     * something name them.
     */
    @Transactional
    public void keep(String hash, byte[] bytes) {
        // First, and here: who is about to delete the same bytes has locked this row, and is waited for.
        em.createNativeQuery("delete from unnamed_content where hash = ?1")
                .setParameter(1, hash)
                .executeUpdate();
        em.createNativeQuery("insert ignore into content (hash, size, bytes) values (?1, ?2, ?3)")
                .setParameter(1, hash)
                .setParameter(2, bytes.length)
                .setParameter(3, bytes)
                .executeUpdate();
    }
}

package io.commonplace.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Content-addressed storage: bytes under their SHA-256, stored once, in the database. {@code ContentSweep} deletes what
 * nothing refers to.
 */
@ApplicationScoped
public class Content {
    /** In bytes; fits into one packet of the database, with a margin. */
    public static final long MAX_SIZE = 32L << 20;

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    /** The SHA-256 in hex. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Stores the bytes. Storing the same bytes again only restarts the grace period, in which something must refer to them.
     */
    @Transactional
    public void store(String hash, byte[] bytes) {
        // This comes first: a transaction that deletes the same bytes has locked this row, so this one waits for it.
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

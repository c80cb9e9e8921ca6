package io.commonplace.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    @Inject
    private ContentStore store;

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
        // This comes first: it waits for a transaction that deletes the same bytes.
        store.unmark(hash);
        store.add(hash, bytes);
    }
}

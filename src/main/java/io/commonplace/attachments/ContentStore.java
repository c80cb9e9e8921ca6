package io.commonplace.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The rows of contents, for writing. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ContentStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    /** Removes the mark of content that nothing refers to. A transaction that deletes the same bytes has locked its row. */
    void unmark(String hash) {
        em.createNativeQuery("delete from unnamed_content where hash = ?1")
                .setParameter(1, hash)
                .executeUpdate();
    }

    /** Does nothing if the bytes are there. */
    void add(String hash, byte[] bytes) {
        em.createNativeQuery("insert ignore into content (hash, size, bytes) values (?1, ?2, ?3)")
                .setParameter(1, hash)
                .setParameter(2, bytes.length)
                .setParameter(3, bytes)
                .executeUpdate();
    }
}

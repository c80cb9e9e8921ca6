package io.commonplace.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Writes the former paths of files. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FileAliasStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    /** Keeps the path that the file has now, so that links by it lead on. */
    void add(AttachmentHead file) {
        drop(file.spaceId(), file.path());
        em.persist(new FileAlias(file));
    }

    /** A file has this path now: links by it lead there. */
    void drop(long spaceId, String path) {
        em.createNativeQuery("delete from file_alias where space_id = ?1 and path = ?2")
                .setParameter(1, spaceId)
                .setParameter(2, path)
                .executeUpdate();
    }
}

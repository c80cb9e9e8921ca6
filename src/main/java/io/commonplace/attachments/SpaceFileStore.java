package io.commonplace.attachments;

import io.commonplace.pages.SpaceContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Deletes the files of a deleted space. Their bytes stay until nothing refers to them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SpaceFileStore implements SpaceContent {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Override
    public long count(long spaceId) {
        return em.createQuery("select count(a) from Attachment a where a.spaceId = :space", Long.class)
                .setParameter("space", spaceId)
                .getSingleResult();
    }

    @Override
    public List<Long> next(long spaceId, int max) {
        return em.createQuery("select a.id from Attachment a where a.spaceId = :space", Long.class)
                .setParameter("space", spaceId)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public void delete(long spaceId, List<Long> ids) {
        em.createQuery("delete from Attachment a where a.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }
}

package io.commonplace.attachments;

import io.commonplace.pages.SpaceContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;

/** Deletes the files of a deleted space, those in its trash included. Their bytes stay until nothing refers to them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SpaceFileStore implements SpaceContent {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Override
    public long count(long spaceId) {
        Object rows = em.createNativeQuery("select (select count(*) from attachment where space_id = ?1)"
                        + " + (select count(*) from trashed_file where space_id = ?1)")
                .setParameter(1, spaceId)
                .getSingleResult();
        return ((Number) rows).longValue();
    }

    @Override
    public List<Long> next(long spaceId, int max) {
        List<?> ids = em.createNativeQuery("(select id from attachment where space_id = ?1 limit " + max
                        + ") union all (select id from trashed_file where space_id = ?1 limit " + max + ")")
                .setParameter(1, spaceId)
                .getResultList();
        return ids.stream().limit(max).map(id -> ((Number) id).longValue()).toList();
    }

    @Override
    public void delete(long spaceId, List<Long> ids) {
        String list = ids.stream().map(Object::toString).collect(Collectors.joining(","));
        delete("file_version", "attachment_id", list);
        delete("file_alias", "attachment_id", list);
        delete("attachment", "id", list);
        delete("trashed_file", "id", list);
    }

    private void delete(String table, String column, String ids) {
        em.createNativeQuery("delete from " + table + " where " + column + " in (" + ids + ")")
                .executeUpdate();
    }
}

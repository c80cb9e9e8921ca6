package io.commonplace.transfer;

import io.commonplace.pages.SpaceContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Forgets what imports have done in a deleted space, and the checks of imports into it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SpaceImportStore implements SpaceContent {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Override
    public long count(long spaceId) {
        Object rows = em.createNativeQuery("select (select count(*) from import_run where space_id = ?1)"
                        + " + (select count(*) from import_check where space_id = ?1)")
                .setParameter(1, spaceId)
                .getSingleResult();
        return ((Number) rows).longValue();
    }

    @Override
    public List<Long> next(long spaceId, int max) {
        // One is enough: each may have thousands of pages.
        List<?> ids = em.createNativeQuery("(select id from import_run where space_id = ?1 limit 1) union all"
                        + " (select job_id from import_check where space_id = ?1 limit 1)")
                .setParameter(1, spaceId)
                .getResultList();
        return ids.stream().limit(1).map(id -> ((Number) id).longValue()).toList();
    }

    @Override
    public void delete(long spaceId, List<Long> ids) {
        for (String rows : List.of(
                "ImportedPage p where p.importId",
                "ImportRun p where p.id",
                "ImportFile p where p.jobId",
                "TrashedRoot p where p.jobId",
                "ImportCheck p where p.jobId")) {
            em.createQuery("delete from " + rows + " in :ids")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
    }
}

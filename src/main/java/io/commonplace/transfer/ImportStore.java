package io.commonplace.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Stores import plans and their outcome. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ImportStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    void addAll(long jobId, List<PlannedFile> planned) {
        int number = 0;
        for (PlannedFile file : planned) {
            em.persist(new ImportFile(jobId, number++, file));
        }
    }

    /** @param outcomes the numbers of the files, by outcome */
    void outcomes(long jobId, Map<ImportFile.Outcome, List<Integer>> outcomes) {
        outcomes.forEach((outcome, numbers) -> em.createQuery(
                        "update ImportFile f set f.outcome = :outcome where f.jobId = :job and f.number in :numbers")
                .setParameter("outcome", outcome)
                .setParameter("job", jobId)
                .setParameter("numbers", numbers)
                .executeUpdate());
    }

    /** The number of pages or files by outcome. */
    Map<ImportFile.Outcome, Long> count(long jobId, List<ImportFile.Kind> kinds) {
        Map<ImportFile.Outcome, Long> counts = new EnumMap<>(ImportFile.Outcome.class);
        em.createQuery(
                        "select f.outcome, count(f) from ImportFile f where f.jobId = :job and f.kind in :kinds"
                                + " and f.outcome is not null group by f.outcome",
                        Object[].class)
                .setParameter("job", jobId)
                .setParameter("kinds", kinds)
                .getResultList()
                .forEach(row -> counts.put((ImportFile.Outcome) row[0], (Long) row[1]));
        return counts;
    }

    /** The pages that the plan names. */
    List<Long> pages(long jobId) {
        return em.createQuery(
                        "select f.targetId from ImportFile f where f.jobId = :job and f.kind in :kinds", Long.class)
                .setParameter("job", jobId)
                .setParameter("kinds", List.of(ImportFile.Kind.PAGE, ImportFile.Kind.FOLDER))
                .getResultList();
    }

    void delete(long jobId) {
        em.createQuery("delete from ImportFile f where f.jobId = :job")
                .setParameter("job", jobId)
                .executeUpdate();
    }
}

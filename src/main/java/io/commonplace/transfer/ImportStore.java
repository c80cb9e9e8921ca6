package io.commonplace.transfer;

import io.commonplace.database.Placeholders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Stores import plans and their outcome. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ImportStore {
    /** Inserted by one statement. */
    private static final int ROWS = 200;

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    /** Adds the plan without an entity for each file: there may be several hundred thousand. */
    void addAll(long jobId, List<PlannedFile> planned) {
        for (int first = 0; first < planned.size(); first += ROWS) {
            add(jobId, first, planned.subList(first, Math.min(planned.size(), first + ROWS)));
        }
    }

    private void add(long jobId, int firstNumber, List<PlannedFile> planned) {
        Query insert =
                em.createNativeQuery("insert into import_file (job_id, number, kind, source_path, path, title, hash,"
                        + " size, target_id, parent_id, title_given) values " + Placeholders.rows(planned.size(), 11));
        int next = 1;
        int number = firstNumber;
        for (PlannedFile file : planned) {
            List<Object> row = Arrays.asList(
                    jobId,
                    number++,
                    file.kind().name(),
                    file.sourcePath(),
                    file.path(),
                    file.title(),
                    file.hash(),
                    file.size(),
                    file.targetId(),
                    file.parentId(),
                    file.titleGiven());
            for (Object column : row) {
                insert.setParameter(next++, column);
            }
        }
        insert.executeUpdate();
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

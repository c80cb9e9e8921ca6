package io.commonplace.transfer;

import io.commonplace.database.ReadRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a check has found, for its page. It checks no rights; {@link ImportChecks#get} does. */
@ApplicationScoped
public class ImportCheckQueries {
    @Inject
    private ReadRouter router;

    Optional<ImportCheck> find(long jobId) {
        return router.find(em -> Optional.ofNullable(em.find(ImportCheck.class, jobId)));
    }

    Optional<String> title(long pageId) {
        return router.read(em -> em.createQuery("select p.title from Page p where p.id = :page", String.class)
                .setParameter("page", pageId)
                .getResultStream()
                .findFirst());
    }

    public ImportCounts pages(long jobId) {
        return counts(jobId, ImportFile.PAGES);
    }

    /** Files that are not pages. */
    public ImportCounts files(long jobId) {
        return counts(jobId, List.of(ImportFile.Kind.FILE));
    }

    private ImportCounts counts(long jobId, List<ImportFile.Kind> kinds) {
        Map<ImportFile.Outcome, Long> counts = new EnumMap<>(ImportFile.Outcome.class);
        router.read(em -> em.createQuery(
                                "select f.outcome, count(f) from ImportFile f where f.jobId = :job and f.kind in :kinds"
                                        + " and f.outcome is not null group by f.outcome",
                                Object[].class)
                        .setParameter("job", jobId)
                        .setParameter("kinds", kinds)
                        .getResultList())
                .forEach(row -> counts.put((ImportFile.Outcome) row[0], (Long) row[1]));
        return ImportCounts.of(counts);
    }

    /** The first pages of the tree, in the order of their addresses. */
    public List<CheckedPage> tree(long jobId, int limit) {
        return router
                .read(em -> em.createQuery(
                                "select f.path, f.title, f.outcome from ImportFile f where f.jobId = :job"
                                        + " and f.kind in :kinds and f.outcome is not null order by f.path",
                                Object[].class)
                        .setParameter("job", jobId)
                        .setParameter("kinds", ImportFile.PAGES)
                        .setMaxResults(limit)
                        .getResultList())
                .stream()
                .map(row -> new CheckedPage((String) row[0], (String) row[1], (ImportFile.Outcome) row[2]))
                .toList();
    }

    /** Pages of a former import that are gone from the archive, each with all pages below it. */
    public List<TrashedRoot> gone(long jobId, int limit) {
        return router.read(em -> em.createQuery(
                        "select r from TrashedRoot r where r.jobId = :job order by r.path", TrashedRoot.class)
                .setParameter("job", jobId)
                .setMaxResults(limit)
                .getResultList());
    }

    public long goneCount(long jobId) {
        return router.read(em -> em.createQuery(
                        "select coalesce(sum(r.pages), 0) from TrashedRoot r where r.jobId = :job", Number.class)
                .setParameter("job", jobId)
                .getSingleResult()
                .longValue());
    }
}

package io.commonplace.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what imports have done, before the transactions of steps. It reads from the primary. */
@ApplicationScoped
@Transactional
class ImportRunQueries {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    /**
     * The import that a planned one seems to repeat: of those that can be taken back, the one with the most pages in common,
     * and of several the last one.
     */
    Optional<Long> former(long jobId, long spaceId) {
        List<?> rows = em.createNativeQuery("select ip.import_id from import_file f"
                        + " join imported_page ip on ip.page_id = f.target_id"
                        + " join import_run r on r.id = ip.import_id"
                        + " where f.job_id = ?1 and f.kind in ('PAGE', 'FOLDER') and r.space_id = ?2"
                        + " and ip.outcome <> 'TRASHED' and not ip.undone"
                        + " group by ip.import_id order by count(*) desc, ip.import_id desc limit 1")
                .setParameter(1, jobId)
                .setParameter(2, spaceId)
                .getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).findFirst();
    }

    /** What the import did, apart from what is taken back already. */
    List<ImportedPage> pages(long importId, List<ImportedPage.Outcome> outcomes) {
        return em.createQuery(
                        "select p from ImportedPage p where p.importId = :import and p.outcome in :outcomes"
                                + " and p.undone = false order by p.number",
                        ImportedPage.class)
                .setParameter("import", importId)
                .setParameter("outcomes", outcomes)
                .getResultList();
    }

    /** Those of one step: the position in the order of numbers never changes. */
    List<ImportedPage> pages(long importId, ImportedPage.Outcome outcome, int first, int last) {
        return em.createQuery(
                        "select p from ImportedPage p where p.importId = :import and p.outcome = :outcome"
                                + " order by p.number",
                        ImportedPage.class)
                .setParameter("import", importId)
                .setParameter("outcome", outcome)
                .setFirstResult(first)
                .setMaxResults(last - first)
                .getResultList();
    }

    List<TrashedRoot> roots(long jobId, int first, int last) {
        return em.createQuery(
                        "select r from TrashedRoot r where r.jobId = :job and r.number >= :first and r.number < :last"
                                + " order by r.number",
                        TrashedRoot.class)
                .setParameter("job", jobId)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList();
    }

    /** The pages that the plan makes or reads. */
    Set<Long> planned(long jobId) {
        return new HashSet<>(em.createQuery(
                        "select f.targetId from ImportFile f where f.jobId = :job and f.kind in :kinds", Long.class)
                .setParameter("job", jobId)
                .setParameter("kinds", ImportFile.PAGES)
                .getResultList());
    }

    /** All pages of a space: it is a job that asks. */
    SpaceTree tree(long spaceId) {
        SpaceTree tree = new SpaceTree(new HashMap<>(), new HashMap<>());
        em.createQuery(
                        "select p.id, p.path, p.sourcePath, p.title, p.revisionNumber, p.parentId from Page p"
                                + " where p.spaceId = :space",
                        Object[].class)
                .setParameter("space", spaceId)
                .getResultStream()
                .forEach(row -> {
                    long id = (Long) row[0];
                    KnownPage page = new KnownPage(id, (String) row[1], (String) row[2], (String) row[3]);
                    tree.pages().put(id, new SpaceTree.Entry(page, (Integer) row[4]));
                    if (row[5] != null) {
                        tree.parents().put(id, (Long) row[5]);
                    }
                });
        return tree;
    }

    /** The texts that pages had in these revisions, by page. */
    Map<Long, FormerRevision> revisions(Map<Long, Integer> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select r.pageId, r.number, r.title, r.markdown from Revision r where r.pageId in :pages"
                                + " and r.number in :numbers",
                        Object[].class)
                .setParameter("pages", numbers.keySet())
                .setParameter("numbers", new HashSet<>(numbers.values()))
                .getResultStream()
                .filter(row -> ((Integer) row[1]).equals(numbers.get((Long) row[0])))
                .collect(Collectors.toMap(
                        row -> (Long) row[0], row -> new FormerRevision((String) row[2], (String) row[3])));
    }
}

package io.commonplace.transfer;

import io.commonplace.links.LinksRewritten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what imports have done to pages, and reads it in the transactions that take it back. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ImportRunStore {
    /** Of a space. Those before can't be taken back any more. */
    static final int MAX_RUNS = 20;

    private static final List<ImportedPage.Outcome> CHANGES =
            List.of(ImportedPage.Outcome.CREATED, ImportedPage.Outcome.UPDATED, ImportedPage.Outcome.TRASHED);

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Clock clock;

    void add(ImportedPage page) {
        em.persist(page);
    }

    /** Ends an import. One that has changed nothing leaves no trace, so that it doesn't push out an earlier one. */
    void end(long importId, ImportOrder order) {
        long changes = em.createQuery(
                        "select count(p) from ImportedPage p where p.importId = :import and p.outcome in :changes",
                        Long.class)
                .setParameter("import", importId)
                .setParameter("changes", CHANGES)
                .getSingleResult();
        if (changes == 0) {
            deletePages(importId);
        } else {
            em.persist(new ImportRun(importId, order, clock.instant()));
            em.flush();
            old(order.spaceId()).forEach(this::delete);
        }
    }

    private List<ImportRun> old(long spaceId) {
        return em.createQuery(
                        "select r from ImportRun r where r.spaceId = :space order by r.endedAt desc, r.id desc",
                        ImportRun.class)
                .setParameter("space", spaceId)
                .setFirstResult(MAX_RUNS)
                .setMaxResults(MAX_RUNS)
                .getResultList();
    }

    private void delete(ImportRun run) {
        deletePages(run.id());
        em.remove(run);
    }

    private void deletePages(long importId) {
        em.createQuery("delete from ImportedPage p where p.importId = :import")
                .setParameter("import", importId)
                .executeUpdate();
    }

    /** The revisions that the import has left of those among these pages that it knows. */
    Map<Long, Integer> revisions(long importId, Collection<Long> pageIds) {
        return em.createQuery(
                        "select p.pageId, p.revisionNumber from ImportedPage p"
                                + " where p.importId = :import and p.pageId in :pages",
                        Object[].class)
                .setParameter("import", importId)
                .setParameter("pages", pageIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Integer) row[1], Math::max));
    }

    void addRoots(Collection<TrashedRoot> roots) {
        roots.forEach(em::persist);
    }

    long countRoots(long jobId) {
        return em.createQuery("select count(r) from TrashedRoot r where r.jobId = :job", Long.class)
                .setParameter("job", jobId)
                .getSingleResult();
    }

    void deleteRoots(long jobId) {
        em.createQuery("delete from TrashedRoot r where r.jobId = :job")
                .setParameter("job", jobId)
                .executeUpdate();
    }

    /** Marks what the import did to these pages as taken back. */
    void undone(long importId, Collection<Long> pageIds) {
        em.createQuery("update ImportedPage p set p.undone = true where p.importId = :import and p.pageId in :pages")
                .setParameter("import", importId)
                .setParameter("pages", pageIds)
                .executeUpdate();
    }

    /**
     * The page has the text again that it had before an import, in its next revision. For the import that had written that
     * text, nobody has changed the page.
     */
    void hasAgain(ImportedPage page) {
        em.createQuery("update ImportedPage p set p.revisionNumber = :now where p.pageId = :page"
                        + " and p.revisionNumber = :before and p.importId <> :import")
                .setParameter("now", page.revisionNumber() + 1)
                .setParameter("page", page.pageId())
                .setParameter("before", page.revisionBefore())
                .setParameter("import", page.importId())
                .executeUpdate();
    }

    /** Nobody has changed the page: links of its text lead to the new addresses of pages that somebody has moved. */
    void linksRewritten(@Observes LinksRewritten change) {
        em.createQuery("update ImportedPage p set p.revisionNumber = :now where p.pageId = :page"
                        + " and p.revisionNumber = :before")
                .setParameter("now", change.before() + 1)
                .setParameter("page", change.pageId())
                .setParameter("before", change.before())
                .executeUpdate();
    }

    /** All pages by outcome. */
    Map<ImportedPage.Outcome, Long> count(long importId) {
        Map<ImportedPage.Outcome, Long> all = new EnumMap<>(ImportedPage.Outcome.class);
        all.putAll(count(importId, true));
        count(importId, false).forEach((outcome, pages) -> all.merge(outcome, pages, Long::sum));
        return all;
    }

    /** Pages by outcome. @param undone whether they are taken back */
    Map<ImportedPage.Outcome, Long> count(long importId, boolean undone) {
        return em.createQuery(
                        "select p.outcome, count(p) from ImportedPage p where p.importId = :import"
                                + " and p.undone = :undone group by p.outcome",
                        Object[].class)
                .setParameter("import", importId)
                .setParameter("undone", undone)
                .getResultStream()
                .collect(Collectors.toMap(row -> (ImportedPage.Outcome) row[0], row -> (Long) row[1]));
    }
}

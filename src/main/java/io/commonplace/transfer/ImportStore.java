package io.commonplace.transfer;

import io.commonplace.attachments.AttachmentHead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stores import plans, and reads what an import needs to know about the space. */
@ApplicationScoped
@Transactional
public class ImportStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    void add(ImportFile file) {
        em.persist(file);
    }

    List<ImportFile> files(long jobId, int first, int last) {
        return em.createQuery(
                        "select f from ImportFile f where f.jobId = :job and f.number >= :first and f.number < :last"
                                + " order by f.number",
                        ImportFile.class)
                .setParameter("job", jobId)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList();
    }

    /** The whole plan, without the pages' texts. */
    List<PlannedFile> plan(long jobId) {
        return em.createQuery(
                        "select f.kind, f.sourcePath, f.path, f.title, f.hash, f.size, f.targetId from ImportFile f"
                                + " where f.jobId = :job",
                        Object[].class)
                .setParameter("job", jobId)
                .getResultStream()
                .map(row -> new PlannedFile(
                        (ImportFile.Kind) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (Long) row[5],
                        (Long) row[6],
                        null,
                        null))
                .toList();
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

    void delete(long jobId) {
        em.createQuery("delete from ImportFile f where f.jobId = :job")
                .setParameter("job", jobId)
                .executeUpdate();
    }

    /** The identifiers of all pages of a space by path, including pages that are still being imported. */
    Map<String, Long> pageIds(long spaceId) {
        return idsByPath("select p.path, p.id from Page p where p.spaceId = :space", spaceId);
    }

    List<String> formerPaths(long spaceId) {
        return em.createQuery(
                        "select o.path from OldPath o, Page p where p.id = o.pageId and o.spaceId = :space",
                        String.class)
                .setParameter("space", spaceId)
                .getResultList();
    }

    /** The addresses of a space's attachments by path. */
    Map<String, String> attachmentHrefs(long spaceId) {
        Map<String, String> hrefs = new HashMap<>();
        em.createQuery("select a.path, a.id, a.hash, a.name from Attachment a where a.spaceId = :space", Object[].class)
                .setParameter("space", spaceId)
                .getResultList()
                .forEach(row -> hrefs.put(
                        (String) row[0], AttachmentHead.href((Long) row[1], (String) row[2], (String) row[3])));
        return hrefs;
    }

    Map<String, Long> attachmentIds(long spaceId) {
        return idsByPath("select a.path, a.id from Attachment a where a.spaceId = :space", spaceId);
    }

    /** The pages' latest revisions. */
    Map<Long, LatestText> latestTexts(List<Long> pageIds) {
        Map<Long, LatestText> texts = new HashMap<>();
        if (!pageIds.isEmpty()) {
            em.createQuery(
                            "select r.pageId, r.number, r.markdown from Revision r, Page p where p.id in :pages"
                                    + " and r.pageId = p.id and r.number = p.revisionNumber",
                            Object[].class)
                    .setParameter("pages", pageIds)
                    .getResultList()
                    .forEach(row -> texts.put((Long) row[0], new LatestText((Integer) row[1], (String) row[2])));
        }
        return texts;
    }

    private Map<String, Long> idsByPath(String query, long spaceId) {
        Map<String, Long> ids = new HashMap<>();
        em.createQuery(query, Object[].class)
                .setParameter("space", spaceId)
                .getResultList()
                .forEach(row -> ids.put((String) row[0], (Long) row[1]));
        return ids;
    }

    /** @param number of the revision */
    record LatestText(int number, String markdown) {}
}

package io.commonplace.transfer;

import io.commonplace.attachments.AttachmentHead;
import io.commonplace.pages.LinkTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a step needs before its transaction, about the plan and the space. It reads from the primary. */
@ApplicationScoped
@Transactional
class ImportQueries {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

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
                        false))
                .toList();
    }

    /** All pages of a space, including pages that are still being imported. */
    List<KnownPage> pages(long spaceId) {
        return em.createQuery(
                        "select p.id, p.path, p.sourcePath, p.title from Page p where p.spaceId = :space",
                        Object[].class)
                .setParameter("space", spaceId)
                .getResultStream()
                .map(row -> new KnownPage((Long) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    /** @return the pages by their former paths */
    Map<String, Long> formerPaths(long spaceId) {
        Map<String, Long> pages = new HashMap<>();
        em.createQuery(
                        "select o.path, o.pageId from OldPath o, Page p where p.id = o.pageId and o.spaceId = :space",
                        Object[].class)
                .setParameter("space", spaceId)
                .getResultList()
                .forEach(row -> pages.put((String) row[0], (Long) row[1]));
        return pages;
    }

    List<LinkTarget> attachments(long spaceId) {
        return em.createQuery(
                        "select a.path, a.id, a.hash, a.name from Attachment a where a.spaceId = :space",
                        Object[].class)
                .setParameter("space", spaceId)
                .getResultStream()
                .map(ImportQueries::file)
                .toList();
    }

    /** The attachments at the paths that they had before they were renamed. */
    List<LinkTarget> formerAttachments(long spaceId) {
        return em.createQuery(
                        "select f.path, a.id, a.hash, a.name from FileAlias f, Attachment a where a.id = f.fileId"
                                + " and f.spaceId = :space",
                        Object[].class)
                .setParameter("space", spaceId)
                .getResultStream()
                .map(ImportQueries::file)
                .toList();
    }

    private static LinkTarget file(Object[] row) {
        long id = (Long) row[1];
        return LinkTarget.file(id, AttachmentHead.href(id, (String) row[2], (String) row[3]), (String) row[0]);
    }

    /** The content of the attachments at these paths. */
    Map<String, String> attachmentHashes(long spaceId, List<String> paths) {
        Map<String, String> hashes = new HashMap<>();
        if (!paths.isEmpty()) {
            em.createQuery(
                            "select a.path, a.hash from Attachment a where a.spaceId = :space and a.path in :paths",
                            Object[].class)
                    .setParameter("space", spaceId)
                    .setParameter("paths", paths)
                    .getResultList()
                    .forEach(row -> hashes.put((String) row[0], (String) row[1]));
        }
        return hashes;
    }

    Map<String, Long> attachmentIds(long spaceId) {
        Map<String, Long> ids = new HashMap<>();
        em.createQuery("select a.path, a.id from Attachment a where a.spaceId = :space", Object[].class)
                .setParameter("space", spaceId)
                .getResultList()
                .forEach(row -> ids.put((String) row[0], (Long) row[1]));
        return ids;
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

    /** @param number of the revision */
    record LatestText(int number, String markdown) {}
}

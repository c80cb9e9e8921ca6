package io.commonplace.attachments;

import io.commonplace.pages.LinkTarget;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;

/** The queries for files by their former paths. Files in the trash are left out. */
final class FileAliasQueries {
    private static final String FORMER =
            "select f.path, a.id, a.hash, a.name, a.spaceId from FileAlias f, Attachment a where a.id = f.fileId and ";

    /** There may be any number of files of one name. */
    private static final int MAX_NAMED = 20_000;

    private FileAliasQueries() {}

    static List<LinkTarget> at(EntityManager em, long spaceId, Collection<String> paths) {
        return targets(em.createQuery(FORMER + "f.spaceId = :space and f.path in :keys", Object[].class)
                .setParameter("space", spaceId)
                .setParameter("keys", paths));
    }

    static List<LinkTarget> named(EntityManager em, long spaceId, Collection<String> names) {
        return targets(em.createQuery(FORMER + "f.spaceId = :space and f.name in :keys order by f.path", Object[].class)
                .setParameter("space", spaceId)
                .setParameter("keys", names)
                .setMaxResults(MAX_NAMED));
    }

    /** @return the former paths of these files, each with the file's space */
    static List<Former> of(EntityManager em, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return em.createQuery(FORMER + "f.fileId in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(row -> new Former((Long) row[4], target(row)))
                .toList();
    }

    private static List<LinkTarget> targets(TypedQuery<Object[]> query) {
        return query.getResultStream().map(FileAliasQueries::target).toList();
    }

    private static LinkTarget target(Object[] row) {
        long id = (Long) row[1];
        return LinkTarget.file(id, AttachmentHead.href(id, (String) row[2], (String) row[3]), (String) row[0]);
    }

    /** A file at a former path. */
    record Former(long spaceId, LinkTarget target) {}
}

package io.commonplace.attachments;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The queries for versions of files. */
final class FileVersionQueries {
    private FileVersionQueries() {}

    /** Newest first. @param before a number; only versions with a smaller one are listed */
    static List<FileVersionHead> before(EntityManager em, long fileId, int before, int limit) {
        return em.createQuery(
                        "select v from FileVersion v where v.fileId = :file and v.number < :before order by v.number desc",
                        FileVersion.class)
                .setParameter("file", fileId)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultStream()
                .map(FileVersion::head)
                .toList();
    }

    /** The latest version of each of some files at a moment; files without one are absent. @param fileIds at most 100 */
    static Map<Long, FileVersionHead> at(EntityManager em, Collection<Long> fileIds, Instant moment) {
        return em.createQuery(
                        "select v from FileVersion v where v.fileId in :files and v.number = (select max(w.number)"
                                + " from FileVersion w where w.fileId = v.fileId"
                                + " and (w.createdAt is null or w.createdAt <= :moment))",
                        FileVersion.class)
                .setParameter("files", fileIds)
                .setParameter("moment", moment)
                .getResultStream()
                .collect(Collectors.toMap(FileVersion::fileId, FileVersion::head));
    }

    static Optional<FileVersionHead> find(EntityManager em, long fileId, int number) {
        return Optional.ofNullable(em.find(FileVersion.class, new FileVersion.Key(fileId, number)))
                .map(FileVersion::head);
    }
}

package io.commonplace.attachments;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

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

    static Optional<FileVersionHead> find(EntityManager em, long fileId, int number) {
        return Optional.ofNullable(em.find(FileVersion.class, new FileVersion.Key(fileId, number)))
                .map(FileVersion::head);
    }
}

package io.commonplace.attachments.text;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Reads texts; each query has an index. */
final class FileTextQueries {
    private FileTextQueries() {}

    /** The files beside a page that have a text, sorted by name. */
    static List<StoredText> ofPage(EntityManager em, long pageId) {
        return em.createQuery(
                        "select new io.commonplace.attachments.text.FileTextQueries$StoredText(a.id, a.name, a.hash,"
                                + " f.characters) from Attachment a, FileText f where a.pageId = :page"
                                + " and f.hash = a.hash and f.characters > 0 order by a.name",
                        StoredText.class)
                .setParameter("page", pageId)
                .getResultList();
    }

    /** The beginning of a text; empty if it is gone. */
    static String beginning(EntityManager em, String hash, int characters) {
        return em.createQuery("select substring(f.text, 1, :length) from FileText f where f.hash = :hash", String.class)
                .setParameter("length", characters)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst()
                .orElse("");
    }

    /** A text that is not read yet. */
    public record StoredText(long attachmentId, String name, String hash, int characters) {}
}

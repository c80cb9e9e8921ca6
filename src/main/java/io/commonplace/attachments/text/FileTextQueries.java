package io.commonplace.attachments.text;

import io.commonplace.attachments.AttachmentHead;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads texts; each query has an index. */
final class FileTextQueries {
    private FileTextQueries() {}

    /**
     * The texts of the files beside a page, sorted by the files' names.
     *
     * @param shares by attachment, how many characters are wanted
     */
    static List<TextOfFile> ofPage(
            EntityManager em, long pageId, Function<List<StoredText>, Map<Long, Integer>> shares) {
        List<StoredText> files = stored(em, pageId);
        Map<Long, Integer> wanted = shares.apply(files);
        return files.stream()
                .map(file -> new TextOfFile(
                        file.name(),
                        AttachmentHead.href(file.attachmentId(), file.hash(), file.name()),
                        beginning(em, file.hash(), wanted.getOrDefault(file.attachmentId(), 0))))
                .toList();
    }

    private static List<StoredText> stored(EntityManager em, long pageId) {
        return em.createQuery(
                        "select new io.commonplace.attachments.text.FileTextQueries$StoredText(a.id, a.name, a.hash,"
                                + " f.characters) from Attachment a, FileText f where a.pageId = :page"
                                + " and f.hash = a.hash and f.characters > 0 order by a.name",
                        StoredText.class)
                .setParameter("page", pageId)
                .getResultList();
    }

    /** The beginning of a text; empty if it is gone. */
    private static String beginning(EntityManager em, String hash, int characters) {
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

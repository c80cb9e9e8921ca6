package io.commonplace.attachments;

import io.commonplace.pages.Space;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queries for reading attachments; each has an index. */
final class AttachmentQueries {
    private static final int MAX_SAME = 100;

    /** There may be any number of files of one name. */
    private static final int MAX_NAMED = 20_000;

    private AttachmentQueries() {}

    static List<AttachmentHead> ofPage(EntityManager em, long pageId) {
        return em.createQuery("select a from Attachment a where a.pageId = :page order by a.name", Attachment.class)
                .setParameter("page", pageId)
                .getResultStream()
                .map(Attachment::head)
                .toList();
    }

    static List<AttachmentHead> withIds(EntityManager em, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select a from Attachment a where a.id in :ids", Attachment.class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(Attachment::head)
                .toList();
    }

    static List<AttachmentHead> at(EntityManager em, long spaceId, Collection<String> paths) {
        return em.createQuery(
                        "select a from Attachment a where a.spaceId = :space and a.path in :paths", Attachment.class)
                .setParameter("space", spaceId)
                .setParameter("paths", paths)
                .getResultStream()
                .map(Attachment::head)
                .toList();
    }

    static List<AttachmentHead> named(EntityManager em, long spaceId, Collection<String> names) {
        return em.createQuery(
                        "select a from Attachment a where a.spaceId = :space and a.name in :names order by a.path",
                        Attachment.class)
                .setParameter("space", spaceId)
                .setParameter("names", names)
                .setMaxResults(MAX_NAMED)
                .getResultStream()
                .map(Attachment::head)
                .toList();
    }

    /** At most {@value #MAX_SAME}. */
    static List<AttachmentHead> withContent(EntityManager em, String hash) {
        return em.createQuery("select a from Attachment a where a.hash = :hash order by a.id", Attachment.class)
                .setParameter("hash", hash)
                .setMaxResults(MAX_SAME)
                .getResultStream()
                .map(Attachment::head)
                .toList();
    }

    static Optional<AttachmentHead> find(EntityManager em, long id) {
        return Optional.ofNullable(em.find(Attachment.class, id)).map(Attachment::head);
    }

    /** The space of a file, and the page that lists it. */
    static Optional<FilePlace> place(EntityManager em, AttachmentHead file) {
        return Optional.ofNullable(em.find(Attachment.class, file.id()))
                .flatMap(found -> place(em, found.spaceId(), found.pageId()));
    }

    /** @param pageId null for none */
    static Optional<FilePlace> place(EntityManager em, long spaceId, @Nullable Long pageId) {
        return Optional.ofNullable(em.find(Space.class, spaceId))
                .map(space -> new FilePlace(space.head(), pageId == null ? null : listingPage(em, pageId)));
    }

    private static FilePlace.@Nullable ListingPage listingPage(EntityManager em, long pageId) {
        return em.createQuery(
                        "select new io.commonplace.attachments.FilePlace$ListingPage(p.path, p.title) from Page p"
                                + " where p.id = :page and p.documentId is not null",
                        FilePlace.ListingPage.class)
                .setParameter("page", pageId)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** At most {@code length} bytes of a content. @param from 0 for its beginning */
    static Optional<byte[]> chunk(EntityManager em, String hash, long from, int length) {
        List<?> rows = em.createNativeQuery("select substring(bytes, ?2, ?3) from content where hash = ?1")
                .setParameter(1, hash)
                .setParameter(2, from + 1)
                .setParameter(3, length)
                .getResultList();
        return rows.stream().map(byte[].class::cast).findFirst();
    }
}

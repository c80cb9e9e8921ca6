package io.commonplace.attachments;

import io.commonplace.pages.Author;
import io.commonplace.pages.PageEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Moves files into the trash and out of it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FileTrashStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private AttachmentStore files;

    @Inject
    private FileVersionStore versions;

    @Inject
    private FileReports reports;

    @Inject
    private Clock clock;

    /** So that nobody else restores it or deletes it permanently meanwhile. */
    Optional<TrashedFile> lock(long id) {
        return Optional.ofNullable(em.find(TrashedFile.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(Attachment file, Author author) {
        versions.keep(file.head());
        em.persist(new TrashedFile(file.head(), file.pageId(), author, clock.instant()));
        em.remove(file);
        reports.tell(file, PageEvent.Kind.FILE_DELETED, "", author);
        reports.targetsChanged(file);
        reports.listChanged(file.pageId());
    }

    AttachmentHead restore(TrashedFile trashed, String path, Author author) {
        em.remove(trashed);
        NewFile place = new NewFile(trashed.id(), trashed.spaceId(), path, trashed.pageId());
        Attachment restored = files.persist(place, trashed.content());
        reports.tell(restored, PageEvent.Kind.FILE_RESTORED, "", author);
        reports.targetsChanged(restored);
        reports.listChanged(restored.pageId());
        return restored.head();
    }

    /** The bytes are deleted after a while, if nothing else refers to them. */
    void destroy(TrashedFile trashed, Author author) {
        em.remove(trashed);
        for (String table : List.of("file_version", "file_alias")) {
            em.createNativeQuery("delete from " + table + " where attachment_id = ?1")
                    .setParameter(1, trashed.id())
                    .executeUpdate();
        }
        PageEvent.What destroyed = new PageEvent.What(PageEvent.Kind.FILE_DESTROYED, trashed.name(), "");
        reports.tell(trashed.pageId(), destroyed, author);
    }
}

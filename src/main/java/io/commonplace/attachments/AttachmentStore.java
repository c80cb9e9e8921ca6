package io.commonplace.attachments;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Invalidations;
import io.commonplace.pages.PagesChanged;
import io.commonplace.pages.TargetsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes attachments. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AttachmentStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Invalidations invalidations;

    @Inject
    private Event<Object> events;

    /**
     * Lets the path refer to the content, which must be stored already.
     *
     * @param id for a new attachment, if there is none at the path
     * @param pageId the page that lists it; null for none
     * @return what was done
     */
    public Outcome put(long id, long spaceId, String path, @Nullable Long pageId, String hash, long size) {
        Optional<Attachment> known = find(spaceId, path);
        if (known.isEmpty()) {
            Attachment added = new Attachment(id, spaceId, path, MediaTypes.of(path));
            added.assign(pageId, hash, size);
            em.persist(added);
            events.fire(new FileAttached(path, hash));
            events.fire(TargetsChanged.named(id));
            listChanged(pageId);
            return Outcome.CREATED;
        }
        Long before = known.get().pageId();
        if (!known.get().assign(pageId, hash, size)) {
            return Outcome.UNCHANGED;
        }
        events.fire(new FileAttached(path, hash));
        events.fire(TargetsChanged.renamed(List.of(known.get().id())));
        listChanged(before);
        listChanged(pageId);
        return Outcome.UPDATED;
    }

    /** The file at this path of the space. */
    Optional<AttachmentHead> at(long spaceId, String path) {
        return find(spaceId, path).map(Attachment::head);
    }

    /**
     * The bytes are deleted after a while, if nothing else refers to them.
     *
     * @return false if the page has no such file
     */
    boolean remove(long pageId, long id) {
        Attachment file = em.find(Attachment.class, id);
        if (file == null || !Long.valueOf(pageId).equals(file.pageId())) {
            return false;
        }
        em.remove(file);
        events.fire(TargetsChanged.renamed(List.of(id)));
        listChanged(pageId);
        return true;
    }

    private Optional<Attachment> find(long spaceId, String path) {
        return em.createQuery(
                        "select a from Attachment a where a.spaceId = :space and a.path = :path", Attachment.class)
                .setParameter("space", spaceId)
                .setParameter("path", path)
                .getResultStream()
                .findFirst();
    }

    private void listChanged(@Nullable Long pageId) {
        if (pageId != null) {
            invalidations.mark(CacheRegion.ATTACHMENTS, pageId);
            events.fire(new PagesChanged(List.of(pageId)));
        }
    }

    /** The result of {@link #put}. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}

package io.commonplace.pages;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Invalidations;
import io.commonplace.database.Ids;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of pages, their revisions and documents, for writing. What changes is taken out of the caches. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PageStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Invalidations invalidations;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    Optional<Page> find(long spaceId, String path) {
        return em.createQuery("select p from Page p where p.spaceId = :space and p.path = :path", Page.class)
                .setParameter("space", spaceId)
                .setParameter("path", path)
                .getResultStream()
                .findFirst();
    }

    /** The page that once had this path, wherever it is now. */
    Optional<Page> movedTo(long spaceId, String oldPath) {
        return em.createQuery(
                        "select p from OldPath o, Page p where p.id = o.pageId and o.spaceId = :space"
                                + " and o.path = :path",
                        Page.class)
                .setParameter("space", spaceId)
                .setParameter("path", oldPath)
                .getResultStream()
                .findFirst();
    }

    /** The page at this path, or the one that once was. */
    Optional<Page> findOrMoved(long spaceId, String path) {
        return find(spaceId, path).or(() -> movedTo(spaceId, path));
    }

    /** What a page can stand below; the empty path is the top, whether the space has a front page or not. */
    Optional<Parent> parent(long spaceId, String path) {
        Optional<Parent> parent = findOrMoved(spaceId, path).map(Page::asParent);
        return path.isEmpty() ? parent.or(() -> Optional.of(new Parent(null, ""))) : parent;
    }

    Optional<Parent> parent(long spaceId, long pageId) {
        return Optional.ofNullable(em.find(Page.class, pageId))
                .filter(page -> page.spaceId() == spaceId)
                .map(Page::asParent);
    }

    /**
     * Waits for others who are at the page, keeps them waiting until the end, and takes over what they did to it.
     *
     * @throws Refusal if they deleted it
     */
    void lock(Page page) {
        try {
            em.refresh(page, LockModeType.PESSIMISTIC_WRITE);
        } catch (EntityNotFoundException e) {
            throw new Refusal("page.deleted");
        }
    }

    /** The pages at these paths, as far as they are there already. */
    public Map<String, Page> find(long spaceId, Collection<String> paths) {
        if (paths.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("select p from Page p where p.spaceId = :space and p.path in :paths", Page.class)
                .setParameter("space", spaceId)
                .setParameter("paths", paths)
                .getResultStream()
                .collect(Collectors.toMap(Page::path, Function.identity()));
    }

    /** Those of the identifiers that a page has, in its place or in the trash. */
    public Set<Long> used(Collection<Long> pageIds) {
        Set<Long> used = new HashSet<>();
        if (!pageIds.isEmpty()) {
            for (String entity : List.of("Page", "TrashedPage")) {
                used.addAll(em.createQuery("select p.id from " + entity + " p where p.id in :ids", Long.class)
                        .setParameter("ids", pageIds)
                        .getResultList());
            }
        }
        return used;
    }

    /** Adds a page that has no text yet. */
    public Page add(long id, NewPage place, Author author) {
        Page page = new Page(id, place, author, clock.instant());
        em.persist(page);
        changed(page);
        return page;
    }

    /** Former addresses at which there is a page now lead elsewhere no longer. */
    public void takeOver(long spaceId, Collection<String> paths) {
        if (!paths.isEmpty()) {
            em.createQuery("delete from OldPath o where o.spaceId = :space and o.path in :paths")
                    .setParameter("space", spaceId)
                    .setParameter("paths", paths)
                    .executeUpdate();
        }
    }

    /** Gives the page a further revision and that revision's document. */
    public void revise(Page page, String title, NewText text, Author author) {
        long documentId = ids.next();
        page.revise(title, documentId, author, clock.instant());
        em.persist(new Document(documentId, page.id(), page.revisionNumber(), text.document()));
        em.persist(new Revision(ids.next(), page, text.markdown(), text.comment(), author));
        changed(page);
    }

    /** Replaces what the page's revision was rendered to; nothing is written if that is what it was. */
    public boolean renderAnew(Page page, DocumentText text) {
        Document old = page.documentId() == null ? null : em.find(Document.class, page.documentId());
        if (old != null && old.text().equals(text)) {
            return false;
        }
        long documentId = ids.next();
        em.persist(new Document(documentId, page.id(), page.revisionNumber(), text));
        page.renderedAnew(documentId);
        changed(page);
        return true;
    }

    public void importedFrom(Page page, String sourcePath, String hash) {
        page.importedFrom(sourcePath, hash);
    }

    /** Lets a former address lead to the page, unless there is another page at it. */
    public void leadFrom(long spaceId, String oldPath, long pageId) {
        if (find(spaceId, oldPath).isEmpty()) {
            em.merge(new OldPath(spaceId, oldPath, pageId));
            invalidations.mark(CacheRegion.PAGES, PageReader.pageKey(spaceId, oldPath));
        }
    }

    private void changed(Page page) {
        invalidations.mark(CacheRegion.PAGES, PageReader.pageKey(page.spaceId(), page.path()));
        invalidations.mark(CacheRegion.LISTS, "recent");
    }

    /** A text with what it was rendered to. */
    public record NewText(String markdown, String comment, DocumentText document) {}
}

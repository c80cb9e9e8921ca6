package io.commonplace.pages;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Invalidations;
import io.commonplace.database.Ids;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes pages, revisions and documents, and invalidates the caches of what changes. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PageStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Invalidations invalidations;

    @Inject
    private SpaceStore spaces;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @Inject
    private Event<Object> events;

    Optional<Page> find(long spaceId, String path) {
        return at(spaceId, path).getResultStream().findFirst();
    }

    /** The page that is at this path when no other transaction changes it any more; locked until the end of this one. */
    Optional<Page> lock(long spaceId, String path) {
        return at(spaceId, path)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<Page> at(long spaceId, String path) {
        return em.createQuery("select p from Page p where p.spaceId = :space and p.path = :path", Page.class)
                .setParameter("space", spaceId)
                .setParameter("path", path);
    }

    /** The page that had this path before. */
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

    /** The page at this path, or else the page that had it before. */
    Optional<Page> findOrMoved(long spaceId, String path) {
        return find(spaceId, path).or(() -> movedTo(spaceId, path));
    }

    /**
     * A possible parent, which nobody moves or deletes until the end of the transaction. Others may add children to it. The
     * empty path is the top, even in a space without a front page.
     */
    Optional<Parent> lockParent(long spaceId, String path) {
        Optional<Parent> parent = findOrMoved(spaceId, path).flatMap(page -> lockParent(spaceId, page.id()));
        return path.isEmpty() ? parent.or(() -> Optional.of(new Parent(null, ""))) : parent;
    }

    /** As by its path. JPA has no shared lock that EclipseLink passes on to the database. */
    Optional<Parent> lockParent(long spaceId, long pageId) {
        return em.createNativeQuery("select path from page where id = ?1 and space_id = ?2 lock in share mode")
                .setParameter(1, pageId)
                .setParameter(2, spaceId)
                .getResultStream()
                .findFirst()
                .map(path -> new Parent(pageId, (String) path));
    }

    /**
     * Locks the page until the end of the transaction and reads its current state.
     *
     * @throws Refusal if it was deleted meanwhile
     */
    void lock(Page page) {
        try {
            em.refresh(page, LockModeType.PESSIMISTIC_WRITE);
        } catch (EntityNotFoundException e) {
            throw new Refusal("page.deleted");
        }
    }

    /** The text of the latest revision; empty if there is none. */
    String markdown(Page page) {
        return markdown(page, page.revisionNumber());
    }

    /** The text of a revision; empty if there is none. */
    String markdown(Page page, int number) {
        return em.createQuery(
                        "select r.markdown from Revision r where r.pageId = :page and r.number = :number", String.class)
                .setParameter("page", page.id())
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElse("");
    }

    /** The existing pages at these paths. */
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

    /** The existing pages with these identifiers, locked until the end of the transaction. */
    public List<Page> lock(Collection<Long> pageIds) {
        if (pageIds.isEmpty()) {
            return List.of();
        }
        List<Page> pages = em.createQuery("select p from Page p where p.id in :ids order by p.id", Page.class)
                .setParameter("ids", pageIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        readDocuments(pages);
        return pages;
    }

    /** At once: {@link #rerender} finds them in the persistence context then. */
    private void readDocuments(List<Page> pages) {
        List<Long> ids =
                pages.stream().map(Page::documentId).filter(Objects::nonNull).toList();
        if (!ids.isEmpty()) {
            var unused = em.createQuery("select d from Document d where d.id in :ids", Document.class)
                    .setParameter("ids", ids)
                    .getResultList();
        }
    }

    /** The identifiers among the given ones that a page has, in the tree or in the trash. */
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

    /** Adds a page without text. */
    public Page add(long id, NewPage place, Author author) {
        Page page = new Page(id, place, author, clock.instant());
        em.persist(page);
        changed(page);
        placed(page);
        events.fire(TargetsChanged.named(id));
        return page;
    }

    /**
     * The children of this page change, and so may whether it has any, which its parent's branch shows.
     *
     * @param parentId null for the pages without a parent
     */
    void childrenChanged(long spaceId, @Nullable Long parentId) {
        spaces.branchChanged(spaceId, parentId);
        Page parent = parentId == null ? null : em.find(Page.class, parentId);
        if (parent != null) {
            spaces.branchChanged(spaceId, parent.parentId());
        }
    }

    /** Drops redirects from these paths, because there are pages at them now. */
    public void dropRedirects(long spaceId, Collection<String> paths) {
        if (!paths.isEmpty()) {
            em.createQuery("delete from OldPath o where o.spaceId = :space and o.path in :paths")
                    .setParameter("space", spaceId)
                    .setParameter("paths", paths)
                    .executeUpdate();
        }
    }

    /** Adds a revision with its document. */
    public void revise(Page page, String title, NewText text, Author author) {
        long documentId = ids.next();
        if (!page.title().equals(title)) {
            placed(page);
            targetsChanged(page);
        }
        page.expect(text.minor());
        page.revise(title, documentId, author, clock.instant());
        em.persist(new Document(
                documentId, page.id(), page.revisionNumber(), text.rendering().document()));
        em.persist(new Revision(ids.next(), page, text, author));
        events.fire(new PageRendered(page, text.rendering().links(), page.revisionNumber() == 1));
        changed(page);
    }

    /** Replaces the document of the latest revision. @return false if the document was the same and nothing was written */
    public boolean rerender(Page page, PageRendering rendering) {
        events.fire(new PageRendered(page, rendering.links(), false));
        DocumentText text = rendering.document();
        Document old = page.documentId() == null ? null : em.find(Document.class, page.documentId());
        if (old != null && old.text().equals(text)) {
            return false;
        }
        long documentId = ids.next();
        em.persist(new Document(documentId, page.id(), page.revisionNumber(), text));
        page.rerendered(documentId);
        changed(page);
        return true;
    }

    /** Resolves the links of these pages again, after the commit. */
    public void checkLinks(Collection<Long> pageIds) {
        events.fire(new LinksUnchecked(pageIds));
    }

    public void importedFrom(Page page, String sourcePath, String hash) {
        if (!page.sourcePath().equals(sourcePath)) {
            targetsChanged(page);
        }
        page.importedFrom(sourcePath, hash);
    }

    /** Redirects an old path to the page, unless there is another page at it. */
    public void redirectFrom(long spaceId, String oldPath, long pageId) {
        if (find(spaceId, oldPath).isEmpty()) {
            em.merge(new OldPath(spaceId, oldPath, pageId));
            invalidations.mark(CacheRegion.PAGES, PageReader.pageKey(spaceId, oldPath));
            events.fire(TargetsChanged.named(pageId));
        }
    }

    /** What the tree shows of the page changes: below its parent, and above its children. */
    private void placed(Page page) {
        spaces.branchChanged(page.spaceId(), page.parentId());
        spaces.branchChanged(page.spaceId(), page.id());
    }

    private void changed(Page page) {
        invalidations.mark(CacheRegion.PAGES, PageReader.pageKey(page.spaceId(), page.path()));
        PageReader.RECENT_KEYS.forEach(key -> invalidations.mark(CacheRegion.LISTS, key));
        events.fire(new PagesChanged(List.of(page.id())));
    }

    private void targetsChanged(Page page) {
        events.fire(TargetsChanged.renamed(List.of(page.id())));
    }

    /** Markdown and what it was rendered to. */
    public record NewText(String markdown, String comment, PageRendering rendering, boolean minor) {
        public NewText(String markdown, String comment, PageRendering rendering) {
            this(markdown, comment, rendering, false);
        }

        static NewText of(PageText text, PageRendering rendering) {
            return new NewText(text.markdown(), text.comment(), rendering, text.minor());
        }
    }
}

package io.commonplace.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets jobs take pages back that nobody has changed since. All others stay as they are. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class UnchangedPageStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private PageStore pages;

    @Inject
    private TrashStore trash;

    /**
     * Moves a page and its descendants to the trash.
     *
     * @param revisions gives the revision that each of these pages must still have
     * @return empty if the page is gone, or any of the pages has another revision
     */
    public Optional<Deletion> delete(long pageId, Author author, Function<Set<Long>, Map<Long, Integer>> revisions) {
        Page page = lock(pageId);
        if (page == null || page.path().isEmpty()) {
            return Optional.empty();
        }
        if (SubtreeQueries.ids(em, pageId).size() > Subtree.MAX_SIZE) {
            return Optional.empty();
        }
        Subtree subtree = trash.subtree(page);
        Set<Long> ids = subtree.paths().keySet();
        if (!current(ids).equals(revisions.apply(ids))) {
            return Optional.empty();
        }
        pages.childrenChanged(page.spaceId(), page.parentId());
        return Optional.of(trash.add(page, subtree, author));
    }

    private Map<Long, Integer> current(Set<Long> ids) {
        return em.createQuery("select p.id, p.revisionNumber from Page p where p.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Integer) row[1]));
    }

    /**
     * Restores a deletion where it was.
     *
     * @return false if it is not in the trash any more, its address is taken, or the page above it has moved
     */
    public boolean restore(long spaceId, long deletionId) {
        Optional<Deletion> found = trash.lock(spaceId, deletionId);
        if (found.isEmpty()) {
            return false;
        }
        Deletion deletion = found.get();
        Parent parent = Optional.ofNullable(trash.formerParent(deletion))
                .flatMap(id -> pages.lockParent(spaceId, id))
                .or(() -> pages.lockParent(spaceId, ""))
                .orElseThrow();
        boolean isWhereItWas = parent.childPath(deletion.name())
                .filter(deletion.path()::equals)
                .isPresent();
        if (!isWhereItWas || trash.conflictingPath(deletion, deletion.path()).isPresent()) {
            return false;
        }
        trash.restore(deletion, deletion.path(), parent.id());
        pages.childrenChanged(spaceId, parent.id());
        return true;
    }

    /**
     * Gives a page the text that it had before an import, as a new revision.
     *
     * @param revision that the page must still have
     * @return false if the page is gone or has another revision
     */
    public boolean revise(long pageId, int revision, FormerText former, Author author) {
        Page page = lock(pageId);
        if (page == null || page.revisionNumber() != revision) {
            return false;
        }
        pages.revise(page, former.title(), former.text(), author);
        page.importedFrom(former.sourcePath(), former.hash());
        return true;
    }

    private @Nullable Page lock(long pageId) {
        return em.find(Page.class, pageId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @param hash of the file that the page was imported from before; null if it was not */
    public record FormerText(
            String title,
            PageStore.NewText text,
            String sourcePath,
            @Nullable String hash) {}
}

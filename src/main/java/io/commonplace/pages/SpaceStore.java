package io.commonplace.pages;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Invalidations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes spaces. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SpaceStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Invalidations invalidations;

    void add(Space space) {
        em.persist(space);
        changed(space);
    }

    Optional<Space> find(String slug) {
        return em.createQuery("select s from Space s where s.slug = :slug", Space.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    Optional<Space> find(long id) {
        return Optional.ofNullable(em.find(Space.class, id));
    }

    /** So that nobody else archives, deletes or restores it, or changes its key. */
    Optional<Space> lock(long id) {
        return Optional.ofNullable(em.find(Space.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The space that had this key before. */
    Optional<Long> formerKey(String slug) {
        return em.createQuery("select k.spaceId from OldSpaceKey k where k.slug = :slug", Long.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    void addFormerKey(String slug, long spaceId) {
        em.persist(new OldSpaceKey(slug, spaceId));
    }

    void removeFormerKey(String slug) {
        em.createQuery("delete from OldSpaceKey k where k.slug = :slug")
                .setParameter("slug", slug)
                .executeUpdate();
    }

    /** The space's tree changes at more places than branches are invalidated one by one. */
    public void treeChanged(long spaceId) {
        Space space = em.find(Space.class, spaceId, LockModeType.PESSIMISTIC_WRITE);
        if (space != null) {
            space.treeChanged();
            changed(space);
        }
    }

    /**
     * The children of this page change, or its title or path. The branch of the next generation is outdated, too: an import
     * of the space may end before this transaction does, and people may read the tree meanwhile.
     *
     * @param pageId null for the pages without a parent
     */
    void branchChanged(long spaceId, @Nullable Long pageId) {
        Space space = em.find(Space.class, spaceId);
        if (space != null) {
            long page = pageId == null ? 0 : pageId;
            long generation = space.head().treeGeneration();
            invalidations.mark(CacheRegion.BRANCHES, TreeReader.key(spaceId, generation, page));
            invalidations.mark(CacheRegion.BRANCHES, TreeReader.key(spaceId, generation + 1, page));
        }
    }

    /** The space comes or goes, or has another key: lists of other things change, too. */
    void listsChanged(Space space) {
        changed(space);
        PageReader.RECENT_KEYS.forEach(key -> invalidations.mark(CacheRegion.LISTS, key));
        invalidations.mark(CacheRegion.LISTS, PageReader.FORMER_KEYS);
    }

    /** The address leads elsewhere now. */
    void keyChanged(String slug) {
        invalidations.mark(CacheRegion.SPACES, slug);
    }

    void changed(Space space) {
        invalidations.mark(CacheRegion.SPACES, space.slug());
        invalidations.mark(CacheRegion.LISTS, "spaces");
    }
}

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

    void changed(Space space) {
        invalidations.mark(CacheRegion.SPACES, space.slug());
        invalidations.mark(CacheRegion.LISTS, "spaces");
    }
}

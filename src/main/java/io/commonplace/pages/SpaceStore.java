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

    /** Locks the space's tree, so that changes of it are serialized, and raises its version. */
    public void treeChanged(long spaceId) {
        Space space = em.find(Space.class, spaceId, LockModeType.PESSIMISTIC_WRITE);
        if (space != null) {
            space.treeChanged();
            changed(space);
        }
    }

    void changed(Space space) {
        invalidations.mark(CacheRegion.SPACES, space.slug());
        invalidations.mark(CacheRegion.LISTS, "spaces");
    }
}

package io.commonplace.pages;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Invalidations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts pages at the top of the tree that no tree would show: those whose parent is missing, because it could not be imported
 * or was deleted during the import; and those that were at the top before the space got its front page.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class StrayPageStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Invalidations invalidations;

    /** Reads the whole space, so it is for jobs only. The caller changes the whole tree. */
    public void moveToTop(long spaceId) {
        Object front = front(spaceId);
        List<?> stray = em.createNativeQuery("select p.id from page p left join page q on q.id = p.parent_id"
                        + " where p.space_id = ?1 and p.path <> '' and q.id is null"
                        + (front == null ? " and p.parent_id is not null" : ""))
                .setParameter(1, spaceId)
                .getResultList();
        if (!stray.isEmpty()) {
            String ids = stray.stream().map(Object::toString).collect(Collectors.joining(","));
            em.createNativeQuery("update page set parent_id = " + front + " where id in (" + ids + ")")
                    .executeUpdate();
            invalidations.markAll(CacheRegion.PAGES);
        }
    }

    private @Nullable Object front(long spaceId) {
        List<?> ids = em.createNativeQuery("select id from page where space_id = ?1 and path = ''")
                .setParameter(1, spaceId)
                .getResultList();
        return ids.isEmpty() ? null : ids.get(0);
    }
}

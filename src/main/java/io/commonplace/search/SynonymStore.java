package io.commonplace.search;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Caches;
import io.commonplace.cache.Invalidations;
import io.commonplace.database.ReadRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Stores the synonyms of the whole site. Reads are served from the clones' caches. */
@ApplicationScoped
class SynonymStore {
    private static final String KEY = "search-synonyms";

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Caches caches;

    @Inject
    private Invalidations invalidations;

    @Inject
    private ReadRouter router;

    SynonymList list() {
        return caches.get(
                CacheRegion.SETTINGS,
                KEY,
                fresh -> router.read(fresh, db -> Optional.ofNullable(db.find(SavedSynonyms.class, SavedSynonyms.ID)))
                        .map(SavedSynonyms::list)
                        .orElse(SynonymList.STANDARD));
    }

    /** The row for a change. Changes of it wait for each other. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SavedSynonyms lock() {
        invalidations.mark(CacheRegion.SETTINGS, KEY);
        return em.find(SavedSynonyms.class, SavedSynonyms.ID, LockModeType.PESSIMISTIC_WRITE);
    }
}

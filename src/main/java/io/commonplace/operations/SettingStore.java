package io.commonplace.operations;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Caches;
import io.commonplace.cache.Invalidations;
import io.commonplace.database.ReadRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Stores settings. Reads are served from the clones' caches. */
@ApplicationScoped
class SettingStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Caches caches;

    @Inject
    private Invalidations invalidations;

    @Inject
    private ReadRouter router;

    @Inject
    private Clock clock;

    Optional<Setting> find(String name) {
        return caches.get(
                CacheRegion.SETTINGS,
                name,
                fresh -> router.read(fresh, db -> Optional.ofNullable(db.find(Setting.class, name))));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void set(String name, String value, String changedByName) {
        invalidations.mark(CacheRegion.SETTINGS, name);
        Setting known = em.find(Setting.class, name);
        if (known == null) {
            em.persist(new Setting(name, value, changedByName, clock.instant()));
        } else {
            known.set(value, changedByName, clock.instant());
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(String name) {
        invalidations.mark(CacheRegion.SETTINGS, name);
        em.createQuery("delete from Setting s where s.name = :name")
                .setParameter("name", name)
                .executeUpdate();
    }
}

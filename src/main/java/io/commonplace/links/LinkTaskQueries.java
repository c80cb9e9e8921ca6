package io.commonplace.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Asks the primary for waiting tasks, so that a clone without work makes one small query a second. */
@ApplicationScoped
@Transactional
class LinkTaskQueries {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    boolean any() {
        return !em.createNativeQuery("select id from link_task limit 1")
                .getResultList()
                .isEmpty();
    }
}

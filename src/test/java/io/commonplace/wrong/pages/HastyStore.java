package io.commonplace.wrong.pages;

import io.commonplace.database.Writes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** A store that begins a transaction, and one time doesn't even ask for one. */
class HastyStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Writes
    void save(Object page) {
        em.persist(page);
    }

    void flush() {
        em.flush();
    }
}

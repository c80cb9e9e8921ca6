package io.commonplace.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.jspecify.annotations.Nullable;

/** Reads the primary's replication position. */
@ApplicationScoped
public class Replication {
    @PersistenceUnit(unitName = "rw")
    private EntityManagerFactory primary;

    private volatile @Nullable Positions kind;

    /** The primary's current position. It contains every transaction that was committed before the call. */
    public String position() {
        try (EntityManager em = primary.createEntityManager()) {
            return text(em, positions(em).written());
        }
    }

    private static String text(EntityManager em, String query) {
        return (String) em.createNativeQuery(query).getSingleResult();
    }

    private Positions positions(EntityManager em) {
        Positions known = kind;
        if (known == null) {
            known = Positions.ofServer(text(em, "select @@version"));
            known = known.ofGroup(text(em, known.group()));
            kind = known;
        }
        return known;
    }
}

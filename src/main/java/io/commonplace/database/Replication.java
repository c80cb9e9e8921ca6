package io.commonplace.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Replication positions: MariaDB's global transaction identifiers, {@code domain-server-sequence}.
 *
 * @see <a href="https://mariadb.com/kb/en/gtid/">MariaDB: Global Transaction ID</a>
 */
@ApplicationScoped
public class Replication {
    @PersistenceUnit(unitName = "rw")
    private EntityManagerFactory primary;

    /** The primary's position now. It is at or after that of any transaction that has committed before the call. */
    public String position() {
        try (EntityManager em = primary.createEntityManager()) {
            return (String)
                    em.createNativeQuery("select @@global.gtid_binlog_pos").getSingleResult();
        }
    }

    /** Whether a replica has applied {@code position}, or does so within {@code patience}. */
    boolean reached(EntityManager replica, String position, Duration patience) {
        Number timedOut = (Number) replica.createNativeQuery("select master_gtid_wait(?1, ?2)")
                .setParameter(1, position)
                .setParameter(2, patience.toMillis() / 1000.0)
                .getSingleResult();
        return timedOut.intValue() == 0;
    }

    /** The later of two positions of one primary; after a promotion the sequence goes on where the old primary's ended. */
    public static @Nullable String later(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return sequence(one) >= sequence(other) ? one : other;
    }

    private static long sequence(String position) {
        return position.isEmpty() ? 0 : Long.parseLong(position.substring(position.lastIndexOf('-') + 1));
    }
}

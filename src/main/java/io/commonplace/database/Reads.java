package io.commonplace.database;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads from a chosen server through the persistence unit {@code ro}, outside transactions. */
@ApplicationScoped
class Reads {
    private volatile @Nullable EntityManagerFactory factory;

    /** @param timeout for each response of the server */
    <T> T from(ReadServer server, Duration timeout, Function<EntityManager, T> query) {
        EntityManagerFactory from = factory(server);
        RoutingDataSource.choose(server, timeout);
        server.enter();
        try (EntityManager em = from.createEntityManager()) {
            return query.apply(em);
        } finally {
            server.leave();
            RoutingDataSource.release();
        }
    }

    /** The server's current position. */
    String position(EntityManager em) {
        return (String) em.createNativeQuery(positions().now()).getSingleResult();
    }

    /** Whether the server has applied {@code position}, or does so within {@code millis}. */
    boolean await(EntityManager em, String position, int millis) {
        Number reached = (Number) em.createNativeQuery(positions().await())
                .setParameter(1, position)
                .setParameter(2, millis / 1000.0)
                .getSingleResult();
        return reached.intValue() == 1;
    }

    private static Positions positions() {
        return Positions.ofServer(
                RoutingDataSource.chosen().seen().map(DatabaseServer::version).orElse("MariaDB"));
    }

    /** Created by the first read, because it needs a server that answers. */
    private EntityManagerFactory factory(ReadServer server) {
        EntityManagerFactory known = factory;
        return known == null ? make(server) : known;
    }

    private synchronized EntityManagerFactory make(ReadServer server) {
        EntityManagerFactory made = factory;
        if (made == null) {
            made = Persistence.createEntityManagerFactory(
                    "ro", Map.of("jakarta.persistence.nonJtaDataSource", new RoutingDataSource()));
            // EclipseLink connects to the database at the first use only.
            RoutingDataSource.choose(server, ReadRouter.LAST_TIMEOUT);
            try {
                made.createEntityManager().close();
                factory = made;
            } finally {
                RoutingDataSource.release();
                if (factory == null) {
                    made.close();
                }
            }
        }
        return made;
    }

    @PreDestroy
    void close() {
        EntityManagerFactory made = factory;
        if (made != null) {
            made.close();
        }
    }

    record Answer<T>(T value) {}
}

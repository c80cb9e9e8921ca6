package io.commonplace.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Whether any database can be read; asked again after a second at the earliest, however often somebody wants to know. */
@ApplicationScoped
public class Readable {
    private static final Logger LOG = Logger.getLogger(Readable.class.getName());
    private static final Duration BELIEVED = Duration.ofSeconds(1);

    @Inject
    private ReadRouter router;

    private boolean readable;
    private long believedUntil = System.nanoTime();

    public synchronized boolean now() {
        if (System.nanoTime() - believedUntil >= 0) {
            readable = ask();
            believedUntil = System.nanoTime() + BELIEVED.toNanos();
        }
        return readable;
    }

    private boolean ask() {
        try {
            return router.read(em -> em.createNativeQuery("select 1").getSingleResult()) != null;
        } catch (PersistenceException e) {
            LOG.log(Level.WARNING, "No database can be read: {0}", e.getMessage());
            return false;
        }
    }
}

package io.commonplace.operations;

import io.commonplace.cache.CacheWiring;
import io.commonplace.database.Migrations;
import io.commonplace.jobs.JobFeed;
import io.commonplace.people.FirstAdministrator;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes a clone fit for work: joins the broadcasts, brings the schema up to date, lets the first administrator in. */
@ApplicationScoped
public class Startup {
    private static final Logger LOG = Logger.getLogger(Startup.class.getName());
    private static final int RETRY_SECONDS = 2;

    @Inject
    private CacheWiring trust;

    @Inject
    private JobFeed feed;

    @Inject
    private Migrations migrations;

    @Inject
    private FirstAdministrator administrator;

    @Resource
    private ManagedScheduledExecutorService executor;

    private volatile boolean done;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        trust.open();
        feed.open();
        prepareDatabase();
    }

    /** Whether the clone can serve people. */
    public boolean isDone() {
        return done;
    }

    /** A database that is down at this moment is no reason for a clone to give up. */
    private void prepareDatabase() {
        try {
            int applied = migrations.apply();
            trust.startHeartbeat();
            administrator.createIfNobody();
            done = true;
            LOG.log(Level.INFO, "Ready; {0} migrations applied", applied);
        } catch (RuntimeException | Error e) {
            // An Error would vanish in the Future of the next try, and with it the clone's start.
            LOG.log(Level.WARNING, "The database is not ready yet, trying again: {0}", e.toString());
            var unused = executor.schedule(this::prepareDatabase, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }
}
